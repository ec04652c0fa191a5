class Hand {}

class Clock {
  Hand hand;
}

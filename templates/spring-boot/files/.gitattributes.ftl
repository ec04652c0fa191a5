* text=auto eol=lf
.hew/** -diff linguist-generated

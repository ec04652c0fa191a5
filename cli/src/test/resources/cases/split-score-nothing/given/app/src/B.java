package a;

class B {}

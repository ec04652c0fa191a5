package a;
class Bad { void x( }

package a;

class A {
  B b;
}

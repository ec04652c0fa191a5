package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.code.TypeDeclaration;
import org.junit.jupiter.api.Test;

/** Methods that values have, told by their names. */
class AccessorsTest {
  private static TypeDeclaration type(String members) {
    return SampleFacts.index("public class Order { String name; " + members + " }")
        .named("shop.Order")
        .type;
  }

  private static void assertOnly(String... methods) {
    for (String method : methods) {
      assertTrue(Accessors.only(type(method)), method);
    }
  }

  private static void assertNot(String... methods) {
    for (String method : methods) {
      assertFalse(Accessors.only(type(method)), method);
    }
  }

  @Test
  void whatReadsTakesOneArgumentAndWhatSetsTakesTwo() {
    assertOnly(
        "int getSum() { return 1; }",
        "int get(int i) { return i; }",
        "boolean isOld() { return true; }",
        "void setName(String n) {}",
        "void putAt(int i, String n) {}",
        "void name(String n) {}",
        "String name() { return name; }");
    assertNot(
        "int getSum(int a, int b) { return a; }",
        "void setAll(int a, int b, int c) {}",
        "String name(int a, int b) { return name; }");
  }

  @Test
  void aWordIsWhole() {
    assertNot(
        "void settle() {}", "int gettle() { return 1; }", "void issue() {}", "void addict() {}");
  }

  @Test
  void whatEveryValueHasAndWhatMakesOneIsAccessorToo() {
    assertOnly(
        "Order(int a, int b, int c) {}",
        "public int compareTo(Order o) { return 0; }",
        "static Order of(int a, int b, int c) { return null; }",
        "static java.util.List<Order> parse(String s) { return null; }");
    assertNot(
        "Order parse(String s) { return null; }",
        "static String parse(String s) { return s; }",
        "void save() {}");
  }

  @Test
  void gettersOnlyAreTwoAtLeastAndTakeNothing() {
    assertTrue(
        Accessors.onlyGetters(type("int getA() { return 1; } boolean hasB() { return true; }")));
    assertFalse(Accessors.onlyGetters(type("int getA() { return 1; }")));
    assertFalse(
        Accessors.onlyGetters(type("int getA() { return 1; } int getB(int i) { return 1; }")));
    assertFalse(Accessors.onlyGetters(type("int getA() { return 1; } void setA(int a) {}")));
  }
}

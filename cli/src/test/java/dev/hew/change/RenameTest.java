package dev.hew.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A method of the file's type gets another name, and nothing else that is called so. */
class RenameTest {
  private static final String FILE = """
      @Tags({"a", "b"})
      class OrdersController implements OrdersApi {
        @Override
        public String get(String id) {
          LINE
        }
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return Optional.of(cache.get(id)).get();",
        "// get(id)",
        "/* get(id) */ return null;",
        "return \"get(id)\" + \"\\\"get(id)\";",
        "return \"\"\"\n \"get(id) \\\"\"\" get(id)\"\"\";",
        "char c = '\"'; return cache\n  .get(id);",
        "return forget(id) + get + getAll(id);",
        "Supplier<T> s = new Supplier<>() { public T get() { return null; } T x = get(); };",
        "Supplier<T> s = new Supplier<>() { public List<? extends T[]> get() { return null; } };",
        "return new get(id);",
        "}} class Other { String get(String id) { return get(id);"
      })
  void stays(String line) {
    assertEquals(
        FILE.replace("LINE", line).replaceFirst("get", "getOrder"),
        new Rename("get", "getOrder").in(FILE.replace("LINE", line)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return _(id);",
        "if (a) _ (id); return this._(id) + super._(id) + OrdersApi.super._(id);",
        "return cache.get(_(id)).get() + \"get(\" + _('\\'' + id);",
        "run(() -> _(id)); boolean b = a < 3 && c > _(id);",
        "Runnable r = new Runnable() { public void run() { _(id); } };",
        "} String _(int number) { return _(\"\" + number);"
      })
  void renamed(String line) {
    assertEquals(
        FILE.replace("get", "getOrder").replace("LINE", line.replace("_", "getOrder")),
        new Rename("get", "getOrder").in(FILE.replace("LINE", line.replace("_", "get"))));
  }
}

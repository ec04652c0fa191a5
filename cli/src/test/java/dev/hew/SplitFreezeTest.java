package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.command.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code hew split guard} names what is new, wherever it stands, and {@code --freeze} says what it allows. */
class SplitFreezeTest {
  @Test
  void whatIsNewIsNamed(@TempDir Path folder) throws IOException, InterruptedException {
    seams(folder);
    write(folder, "member/Member.java", member("shop.loan.Loan loan = new shop.loan.Loan();"));
    assertEquals("0 wrote hew-split.frozen: 2 crossings\n", freeze(folder));
    assertEquals("0 wrote hew-split.frozen: 2 crossings\n", freeze(folder));
    write(
        folder,
        "member/Member.java",
        member(
            "shop.loan.Loan loan = new shop.loan.Loan();\nObject other = new shop.loan.Loan();"));
    assertEquals(
        "0 wrote hew-split.frozen: 3 crossings\n"
            + "member/Member.java:3: `shop.member.Member -> shop.loan.Loan`: `new` is there twice"
            + " and frozen once; which one is new cannot be told: lines 3, 4\n"
            + "these were not frozen before and are now\n",
        freeze(folder));
    write(folder, "hew-split.frozen", "2 reference shop.member.Member -> shop.loan.Loan\n");
    assertEquals(
        "0 wrote hew-split.frozen: 3 crossings\n"
            + "what was frozen before could not be read: what is new is not named\n",
        freeze(folder));
  }

  /** What {@code hew-split.yaml} says is believed as long as it says so, whatever was frozen meanwhile. */
  @Test
  void whatIsNoLongerSharedIsCounted(@TempDir Path folder)
      throws IOException, InterruptedException {
    seams(folder);
    write(
        folder, "util/Text.java", "package shop.util; public class Text { public static int n; }");
    String modules = Files.readString(folder.resolve("hew-split.yaml"));
    write(folder, "hew-split.yaml", modules + "shared: [shop.util.Text]\n");
    write(folder, "member/Member.java", member("int n = shop.util.Text.n;"));
    assertEquals("0 wrote hew-split.frozen: 0 crossings\n", freeze(folder));
    write(folder, "hew-split.yaml", modules);
    assertTrue(guard(folder).startsWith("1 member/Member.java:"), guard(folder));
  }

  /** What the stranger found: each of these passed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "loans.find(1); loans.find(2); | 4:19: `shop.member.Member -> shop.loan.Loans`: `call"
            + " find` in `go/0` is there twice and frozen once; which one is new cannot be told:"
            + " line 4 (twice)",
        "loans.all(); | 4:19: `shop.member.Member -> shop.loan.Loans`: `call all` in `go/0` is not"
            + " frozen",
        "Object x = shop.loan.Loans.class; loans.find(1); | 4:34: `shop.member.Member ->"
            + " shop.loan.Loans`: `literal` in `go/0` is not frozen",
        "loans.find(1); } void more() { loans.find(2); | 4:19: `shop.member.Member ->"
            + " shop.loan.Loans`: `call find` in `more/0` is not frozen",
      })
  void anythingMoreIsNamed(String body, String expected, @TempDir Path folder)
      throws IOException, InterruptedException {
    seams(folder);
    write(folder, "member/Member.java", going("loans.find(1);"));
    assertEquals("0 wrote hew-split.frozen: 2 crossings\n", freeze(folder));
    write(folder, "member/Member.java", going(body));
    assertEquals("1 member/Member.java:" + expected, guard(folder));
  }

  /** {@code Ports} is of the rest, and what implements it of the module. */
  @Test
  void aCallThroughAnInterfaceOfOnesOwnIsNamed(@TempDir Path folder)
      throws IOException, InterruptedException {
    seams(folder);
    write(
        folder,
        "member/Ports.java",
        "package shop.member;\npublic interface Ports { int free(); }\n");
    write(
        folder,
        "loan/LoanPorts.java",
        "package shop.loan;\npublic class LoanPorts implements shop.member.Ports {"
            + " Runnable r; public int free() { r.run(); return 1; } }\n");
    write(folder, "member/Member.java", member("Ports ports;"));
    freeze(folder);
    write(folder, "member/Member.java", member("Ports ports;\nint n() { return ports.free(); }"));
    assertEquals(
        "1 member/Member.java:4:24: `shop.member.Member -> shop.loan.LoanPorts`:"
            + " `call free through Ports` in `n/0` is not frozen",
        guard(folder));
    freeze(folder);
    assertEquals("0", guard(folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n\nshop.loan.Loan first = loans\n  .find(\n1);\n new Object();",
        "shop.loan.Loan other = this.loans.find(1);",
        "} shop.loan.Loan all() { shop.loan.Loan x = null; helper(); } void helper() {"
            + " loans.find(1); if (true) { shop.loan.Loan y; } ",
      })
  void sameWrittenOtherwiseIsNothingNew(String body, @TempDir Path folder)
      throws IOException, InterruptedException {
    seams(folder);
    write(
        folder,
        "member/Member.java",
        going("shop.loan.Loan first = loans.find(1); } shop.loan.Loan all() { shop.loan.Loan y ="
            + " null;"));
    freeze(folder);
    write(folder, "member/Member.java", going(body));
    assertEquals("0", guard(folder));
  }

  /** A class that many use is set aside when the seams are frozen, and stays there when others use it less. */
  @Test
  void seamsStayWhereTheyWereFrozen(@TempDir Path folder) throws IOException, InterruptedException {
    seams(folder);
    write(folder, "member/Member.java", going("loans.find(1);"));
    write(
        folder,
        "util/Text.java",
        "package shop.util;\npublic class Text { public static int of() { return 1; } }\n");
    for (int i = 0; i < 40; i++) {
      write(
          folder,
          "m" + i + "/User.java",
          "package shop.m" + i + ";\nclass User { int x = shop.util.Text.of(); }\n");
    }
    freeze(folder);
    String frozen = Files.readString(folder.resolve("hew-split.frozen"));
    assertTrue(frozen.contains("shared by all:\n  shop.util.Text\n"), frozen);
    for (int i = 1; i < 40; i++) {
      Files.delete(folder.resolve("m" + i + "/User.java"));
    }
    write(folder, "member/Member.java", going("loans.find(1); shop.util.Text.of();"));
    assertEquals("0", guard(folder));
  }

  @Test
  void transactionOverFewerModulesIsLess(@TempDir Path folder)
      throws IOException, InterruptedException {
    write(
        folder,
        "hew-split.yaml",
        "hewSplit: 1\n"
            + "modules:\n"
            + "  a: {classes: [A], tables: [rows_a]}\n"
            + "  b: {classes: [B], tables: [rows_b]}\n"
            + "  c: {classes: [C], tables: [rows_c]}\n");
    for (String name : List.of("A", "B", "C")) {
      write(
          folder,
          name + ".java",
          "class " + name + " { void go() { jdbc.update(\"update rows_"
              + name.toLowerCase(Locale.ROOT) + " set x = 1\"); } }\n");
    }
    write(folder, "Order.java", order("new A().go(); new B().go(); new C().go();"));
    freeze(folder);
    write(folder, "Order.java", order("new A().go(); new C().go();"));
    assertEquals("0", guard(folder));
    write(folder, "Order.java", order("new A().go();"));
    freeze(folder);
    write(folder, "Order.java", order("new A().go(); new C().go();"));
    assertEquals(
        List.of("call go", "new", "transaction over modules", "transaction over modules"),
        guard(folder).lines().map(l -> l.split("`")[3]).sorted().toList());
  }

  /** What is in no module is called so. */
  @Test
  void transactionOverAModuleAndTheRestIsNamed(@TempDir Path folder)
      throws IOException, InterruptedException {
    write(
        folder,
        "hew-split.yaml",
        "hewSplit: 1\nmodules: {a: {classes: [A, Order], tables: [rows_a]}}\n");
    for (String name : List.of("a", "b")) {
      String type = name.toUpperCase(Locale.ROOT);
      write(
          folder,
          type + ".java",
          "class " + type + " { void go() { jdbc.update(\"update rows_" + name
              + " set x = 1\"); } }\n");
    }
    write(folder, "Order.java", order("new A().go(); new B().go();"));
    assertTrue(
        guard(folder)
            .contains("`Order -> no module`: `transaction over modules` in `all/0` is not frozen"),
        guard(folder));
    write(folder, "Order.java", order("(readOnly = true)", "new A().go(); new B().go();"));
    assertFalse(guard(folder).contains("transaction over modules"), "as on the map");
  }

  private static String order(String body) {
    return order("", body);
  }

  private static String order(String attributes, String body) {
    return "class Order { @org.springframework.transaction.annotation.Transactional" + attributes
        + " void all() { " + body + " } }\n";
  }

  /** Two statements in one line are as many as in two lines. */
  @Test
  void queriesCountWhateverTheirLines(@TempDir Path folder)
      throws IOException, InterruptedException {
    write(
        folder,
        "hew-split.yaml",
        "hewSplit: 1\nmodules: {a: {classes: [A], tables: [ta]}, b: [B]}\n");
    write(folder, "A.java", "@Entity @Table(name = \"ta\") class A { }\n");
    write(
        folder,
        "B.java",
        query("jdbc.query(\"select x from ta\"); jdbc.query(\"select y from ta\");"));
    freeze(folder);
    write(
        folder,
        "B.java",
        query("jdbc.query(\"select x from ta\");\n jdbc.query(\"select y \"\n + \"from ta\");"));
    assertEquals("0", guard(folder));
    write(
        folder,
        "B.java",
        query("jdbc.query(\"select x from ta\"); jdbc.query(\"select y from ta\");"
            + " jdbc.query(\"select z from ta\");"));
    assertEquals(
        "1 B.java:1:49: `B -> table ta`: `query` in `go/0` is there 3 times and frozen twice;"
            + " which one is new cannot be told: line 1 (3 times)",
        guard(folder));
  }

  private static String query(String body) {
    return "class B { void go() { " + body + " } }\n";
  }

  private static void seams(Path folder) throws IOException {
    write(
        folder, "hew-split.yaml", "hewSplit: 1\nmodules: {member: shop.member, loan: shop.loan}\n");
    write(folder, "loan/Loan.java", "package shop.loan;\npublic class Loan {}\n");
    write(
        folder,
        "loan/Loans.java",
        "package shop.loan;\n"
            + "public class Loans { public Loan find(int id) { return null; } public Loan all() {"
            + " return null; } }\n");
  }

  private static String going(String body) {
    return member("private shop.loan.Loans loans;\nvoid go() { " + body + " }");
  }

  private static String member(String body) {
    return "package shop.member;\npublic class Member {\n" + body + "\n}\n";
  }

  static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  static String freeze(Path folder) throws InterruptedException {
    StringWriter out = new StringWriter();
    return run(folder, out, new StringWriter(), "--freeze") + " " + text(out);
  }

  /** The exit code, then each violation. */
  static String guard(Path folder) throws InterruptedException {
    StringWriter err = new StringWriter();
    int code = run(folder, new StringWriter(), err);
    String violations = text(err)
        .lines()
        .filter(line -> line.contains(": error["))
        .map(line -> line.replace(": error[split-seam-crossed]", ""))
        .collect(Collectors.joining("\n"));
    return (code + " " + violations).strip();
  }

  static int run(Path folder, StringWriter out, StringWriter err, String... more)
      throws InterruptedException {
    Console console = new Console(
        InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), folder);
    List<String> arguments = new ArrayList<>(List.of("split", "guard", "--no-cache"));
    arguments.addAll(List.of(more));
    return Hew.run(console, arguments.toArray(String[]::new));
  }

  private static String text(StringWriter written) {
    return written.toString().replace("\r\n", "\n");
  }
}

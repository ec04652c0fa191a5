package dev.hew;

import static dev.hew.SplitFreezeTest.freeze;
import static dev.hew.SplitFreezeTest.guard;
import static dev.hew.SplitFreezeTest.run;
import static dev.hew.SplitFreezeTest.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hew split guard} holds keys and cascades too, and says what to do instead. */
class SplitHintsTest {
  private static final String SCHEMA = """
      create table member (id int primary key);
      create table loan (id int primary key, member_id int, old_id int references member (id));
      """;

  private static void code(Path folder, String member, String loan) throws IOException {
    write(
        folder,
        "hew-split.yaml",
        "hewSplit: 1\nmodules:\n  member: {classes: [Member, Members, Desk], tables: [member]}\n"
            + "  loan: {classes: [Loan, Loans], tables: [loan]}\n");
    write(folder, "schema.sql", SCHEMA);
    write(folder, "Member.java", "@Entity class Member { " + member + " }\n");
    write(folder, "Loan.java", "@Entity class Loan { void end() {} }\n");
    write(
        folder,
        "Loans.java",
        "class Loans { EntityManager em; void take() {} void find() {} void all() {} void one() {}"
            + " }\n");
    write(folder, "Desk.java", "class Desk { void go(Loans loans, Loan loan) { " + loan + " } }\n");
    write(
        folder,
        "Members.java",
        "class Members { EntityManager em; void put(Member m) { em.persist(m); } }\n");
  }

  private static List<String> hints(Path folder) throws InterruptedException {
    StringWriter err = new StringWriter();
    run(folder, new StringWriter(), err);
    return err.toString().lines().filter(l -> l.startsWith("hint: ")).toList();
  }

  @Test
  void aForeignKeyAcrossIsHeld(@TempDir Path folder) throws IOException, InterruptedException {
    code(folder, "", "");
    freeze(folder);
    String frozen = Files.readString(folder.resolve("hew-split.frozen"));
    assertTrue(frozen.contains("table loan -> table member\n  foreign key old_id\n"), frozen);
    assertEquals("0", guard(folder));
    write(
        folder,
        "more.sql",
        "select 1;\n"
            + "alter table LOAN add constraint fk_new foreign key (member_id) references"
            + " Member(id);\n");
    assertEquals(
        "1 more.sql:2:53: `table loan -> table member`: `foreign key member_id` is not frozen",
        guard(folder));
    assertEquals(
        List.of("hint: keep the id in a column without the key, which holds both tables in one"
            + " database"),
        hints(folder));
    freeze(folder);
    write(
        folder,
        "again.sql",
        "alter table loan add foreign key (member_id) references member(id);\n");
    assertEquals("0", guard(folder));
    Files.delete(folder.resolve("more.sql"));
    Files.delete(folder.resolve("again.sql"));
    StringWriter out = new StringWriter();
    run(folder, out, new StringWriter());
    assertTrue(out.toString().contains("1 frozen line can go"), out.toString());
  }

  @Test
  void aWriteByCascadeAcrossIsHeldWhereTheRowThatCascadesIsNotAcross(@TempDir Path folder)
      throws IOException, InterruptedException {
    code(folder, "@OneToMany @JoinColumn(name = \"member_id\") Set<Loan> loans;", "");
    freeze(folder);
    assertEquals("0", guard(folder));
    write(
        folder,
        "Member.java",
        "@Entity class Member { @OneToMany(cascade = CascadeType.ALL) @JoinColumn(name ="
            + " \"member_id\") Set<Loan> loans; }\n");
    assertEquals(
        "1 Members.java:1:1: `Members -> table loan`: `write by cascade of Member.loans` in"
            + " `put/1` is not frozen",
        guard(folder));
  }

  @Test
  void whatAnEarlierHewFrozeSaysNothingOfThese(@TempDir Path folder)
      throws IOException, InterruptedException {
    code(
        folder,
        "@OneToMany(cascade = CascadeType.ALL) @JoinColumn(name = \"m\") Set<Loan> loans;",
        "");
    freeze(folder);
    String frozen = Files.readString(folder.resolve("hew-split.frozen"));
    write(
        folder,
        "hew-split.frozen",
        frozen
            .replace("hewFrozen 3", "hewFrozen 2")
            .replaceAll("(?m)^table .*\\n.*\\n", "")
            .replaceAll("(?m)^.*cascade.*\\n", ""));
    StringWriter err = new StringWriter();
    assertEquals(0, run(folder, new StringWriter(), err));
    assertTrue(
        err.toString().contains("hew-split.frozen:1:1: warning[split-frozen-before]"),
        err.toString());
    String written = freeze(folder);
    assertTrue(
        written.contains("`table loan -> table member`: `foreign key old_id` is not frozen"),
        written);
    assertTrue(written.contains("`write by cascade of Member.loans`"), written);
  }

  @Test
  void aHintSaysWhatTheOtherModuleOffers(@TempDir Path folder)
      throws IOException, InterruptedException {
    code(folder, "", "loan.end();");
    freeze(folder);
    code(folder, "", "loan.end(); loans.take();");
    String nothing =
        "hint: the module `loan` offers nothing yet that is called from outside: let it offer"
            + " what is needed here, and `hew split guard --freeze` that one call";
    assertEquals(List.of(nothing), hints(folder));
    code(
        folder,
        "",
        "loan.end(); loans.take(); loans.take(); loans.find(); loans.all(); loans.one();");
    freeze(folder);
    write(
        folder,
        "Members.java",
        "class Members { String all = \"select x from loan where x = 1\"; }\n");
    assertEquals(
        List.of("hint: go through what the module `loan` offers already: `Loans.take`, `Loans.all`,"
            + " `Loans.find` and 1 more"),
        hints(folder));
  }
}

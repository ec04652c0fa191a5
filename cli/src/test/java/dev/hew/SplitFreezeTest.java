package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.command.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hew split guard --freeze} says what it allows. */
class SplitFreezeTest {
  private static final String LINE = "reference shop.member.Member -> shop.loan.Loan: ";

  @Test
  void whatIsNewIsNamed(@TempDir Path folder) throws IOException, InterruptedException {
    write(
        folder, "hew-split.yaml", "hewSplit: 1\nmodules: {member: shop.member, loan: shop.loan}\n");
    write(folder, "loan/Loan.java", "package shop.loan;\npublic class Loan {}\n");
    write(folder, "member/Member.java", member("shop.loan.Loan loan = new shop.loan.Loan();"));
    assertEquals("0 wrote hew-split.frozen\n", freeze(folder));
    assertEquals("0 wrote hew-split.frozen\n", freeze(folder));
    write(
        folder,
        "member/Member.java",
        member(
            "shop.loan.Loan loan = new shop.loan.Loan();\nObject other = new shop.loan.Loan();"));
    assertEquals(
        "0 wrote hew-split.frozen\n" + LINE
            + "stands at 2, frozen are 1: member/Member.java:3, member/Member.java:4\n"
            + "1 crossing more than before is frozen now\n",
        freeze(folder));
    write(folder, "hew-split.frozen", "");
    assertEquals(
        "0 wrote hew-split.frozen\n" + LINE
            + "stands at 2, frozen are 0: member/Member.java:3, member/Member.java:4\n"
            + "1 crossing more than before is frozen now\n",
        freeze(folder));
  }

  private static String member(String body) {
    return "package shop.member;\npublic class Member {\n" + body + "\n}\n";
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String freeze(Path folder) throws InterruptedException {
    StringWriter out = new StringWriter();
    PrintWriter none = new PrintWriter(new StringWriter());
    Console console =
        new Console(InputStream.nullInputStream(), new PrintWriter(out), none, folder);
    int code = Hew.run(console, "split", "guard", "--freeze", "--no-cache");
    return code + " " + out.toString().replace("\r\n", "\n");
  }
}

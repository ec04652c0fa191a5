package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.command.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hew split score} takes names as people write them, and says which it leaves out. */
class SplitScoreTest {
  @TempDir
  private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void code() throws IOException {
    write(
        "a/Order.java",
        "package a;\n"
            + "public class Order { Bill bill; void go() { bill.pay(); } static class Line {}"
            + " }\n");
    write(
        "a/Bill.java",
        "package a;\npublic class Bill { b.Desk desk; void pay() { desk.take(); } }\n");
    write(
        "b/Desk.java",
        "package b;\npublic class Desk { Track track; void take() { track.on(); } }\n");
    write("b/Track.java", "package b;\npublic class Track { void on() {} }\n");
    write("src/test/java/t/Desk.java", "package t;\nclass Desk {}\n");
    write("c/Track.java", "package c;\npublic class Track {}\n");
  }

  private void write(String name, String text) throws IOException {
    SplitFreezeTest.write(folder, name, text);
  }

  /** The exit code, then what is printed. */
  private String score(String... more) throws InterruptedException {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Console console = new Console(
        InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), folder);
    List<String> arguments =
        new ArrayList<>(List.of("split", "score", "--no-cache", "--no-history"));
    arguments.addAll(List.of(more));
    int code = Hew.run(console, arguments.toArray(String[]::new));
    return code + "\n" + out.toString().replace("\r\n", "\n");
  }

  @Test
  void aSimpleNameIsAsGoodAsAQualifiedOne() throws IOException, InterruptedException {
    write("q.yaml", "x: [a.Order, a.Bill]\ny: [b.Desk, b.Track]\n");
    write("s.yaml", "x: [Order, 'Bill$Part', Order.Line]\ny: [Desk, b.Track]\n");
    String qualified = score("--partition", "q.yaml");
    assertTrue(qualified.contains("icp        0.333"), qualified);
    assertEquals("", err.toString());
    assertEquals(qualified, score("--partition", "s.yaml"));
    assertEquals("", err.toString());
  }

  @Test
  void whatIsNoClassIsNamedAndNotCounted() throws IOException, InterruptedException {
    write("p.yaml", "Order: x\nNope: y\n");
    String score = score("--partition", "p.yaml");
    assertTrue(score.startsWith("0\nmodules    1\nclasses    1\n"), score);
    assertTrue(
        err.toString()
            .contains(
                "p.yaml:2:1: warning[split-name-unknown]: `p.yaml` names `Nope`, which is no class"
                    + " of the code base: left out"),
        err.toString());
    score("--key", "p.yaml");
    assertTrue(err.toString().contains("p.yaml:2:1: warning[split-name-unknown]"), err.toString());
  }

  @Test
  void aNameOfSeveralClassesIsNamedWithBoth() throws IOException, InterruptedException {
    write("p.yaml", "x: [Order, Desk]\ny: [Track]\n");
    String score = score("--partition", "p.yaml");
    assertTrue(score.startsWith("0\nmodules    1\nclasses    2\n"), score);
    String said =
        "p.yaml:2:5: warning[split-name-ambiguous]: `Track` may be `b.Track` (b/Track.java:2) or"
            + " `c.Track` (c/Track.java:2): left out";
    assertTrue(err.toString().contains(said), err.toString());
    score("--key", "p.yaml");
    assertTrue(err.toString().contains(said), err.toString());
  }

  @Test
  void whatCallsDoNotTellApartIsNamed() throws IOException, InterruptedException {
    write("p.yaml", "x: [a.Order, b.Track]\ny: [c.Track, Typo]\n");
    write("v.json", "{\"Order--Track\": 3, \"Order--a.Order\": 1}\n");
    score("--partition", "p.yaml", "--volumes", "v.json");
    assertTrue(
        err.toString()
            .contains("`Track` may be `b.Track` (line 1) or `c.Track` (line 2): left out"),
        err.toString());
    assertTrue(
        err.toString().contains("`p.yaml` names `Typo`, which is no class of `v.json`: left out"),
        err.toString());
  }

  @Test
  void withoutContextsThereIsNoFigureOfThem() throws IOException, InterruptedException {
    String score = score();
    assertTrue(score.contains("\nbcp        -\n"), score);
    assertTrue(score("--format", "json").contains("\"bcp\": null"), out.toString());
    write("c.json", "{\"a.Order\": [\"web\"]}\n");
    score = score("--contexts", "c.json");
    assertTrue(score.matches("(?s).*\nbcp        \\d.*"), score);
  }
}

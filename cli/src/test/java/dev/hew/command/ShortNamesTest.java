package dev.hew.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of classes for people. */
class ShortNamesTest {
  @Test
  void asMuchAsTellsThemApart() {
    ShortNames names = new ShortNames(
        Stream.of("a.b.App", "a.c.App", "x.c.App", "App", "a.Only", "a.OtherOnly", "a.Only"));
    assertEquals("b.App", names.of("a.b.App"));
    assertEquals("a.c.App", names.of("a.c.App"));
    assertEquals("x.c.App", names.of("x.c.App"));
    assertEquals("App", names.of("App"));
    assertEquals("Only", names.of("a.Only"));
    assertEquals("Elsewhere", names.of("z.Elsewhere"));
    assertEquals("", new ShortNames(Stream.of("", "a.B")).of(""));
  }
}

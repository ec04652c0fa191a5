package dev.hew.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hew.code.SourceFile;
import dev.hew.compiler.JavaParser;
import dev.hew.report.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
  private enum Color {
    RED,
    GREEN
  }

  private record Tree(String name, List<Tree> below) {}

  private record All(
      String text,
      int number,
      long large,
      boolean yes,
      Color color,
      byte[] bytes,
      int[] numbers,
      Set<Color> colors,
      Map<List<String>, Integer> counts,
      Optional<Tree> tree,
      List<Optional<String>> texts) {}

  private record Picky(int number) {
    Picky {
      if (number > 1) {
        throw new IllegalArgumentException("too large");
      }
    }
  }

  private record Loose(int number) {}

  private record Wrong(Object anything) {}

  private static All all() {
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    counts.put(List.of("z", "a"), -1);
    counts.put(List.of(), Integer.MIN_VALUE);
    return new All(
        "caf\u00e9 \u4e2d \ud83d\ude00 half: \ud800",
        Integer.MAX_VALUE,
        Long.MIN_VALUE + 3,
        true,
        Color.GREEN,
        new byte[] {0, -1, 7},
        new int[] {3, -3, 300, -70000},
        Set.of(Color.RED),
        counts,
        Optional.of(new Tree("", List.of(new Tree("a", List.of()), new Tree("b", List.of())))),
        List.of(Optional.empty(), Optional.of("")));
  }

  @Test
  void whatIsDecodedIsWhatWasEncoded() throws IOException {
    RecordCodec<All> codec = RecordCodec.of(All.class);
    All one = all();
    byte[] bytes = codec.encode(one);
    All again = codec.decode(bytes);
    assertArrayEquals(bytes, codec.encode(again));
    assertEquals(one.text, again.text);
    assertEquals(one.number, again.number);
    assertEquals(one.large, again.large);
    assertEquals(one.color, again.color);
    assertArrayEquals(one.bytes, again.bytes);
    assertArrayEquals(one.numbers, again.numbers);
    assertEquals(one.colors, again.colors);
    assertEquals(List.copyOf(one.counts.entrySet()), List.copyOf(again.counts.entrySet()));
    assertEquals(one.tree, again.tree);
    assertEquals(one.texts, again.texts);
  }

  @Test
  void aParsedFileIsDecodedAsItWas() throws IOException {
    String text = """
        package p;
        import static q.R.*;
        @Table(name = "t", indexes = @Index(columns = {"a", "b"}))
        record A<T extends B>(T part) implements C {
          static final String SQL = "select * from " + "x";
          void run(java.util.List<B> all) { for (var one : all) one.go(SQL, 1).stop(); }
        }
        """;
    SourceFile file = JavaParser.parse(List.of(new Source("p/A.java", text))).get(0);
    RecordCodec<SourceFile> codec = RecordCodec.of(SourceFile.class);
    byte[] bytes = codec.encode(file);
    SourceFile again = codec.decode(bytes);
    assertArrayEquals(bytes, codec.encode(again));
    assertEquals(file.types().get(0).annotations(), again.types().get(0).annotations());
    assertEquals(file.types().get(0).methods(), again.types().get(0).methods());
    assertEquals(file.withoutReferences(), again.withoutReferences());
  }

  /** Whatever the bytes are, they are a record or refused; nothing else happens. */
  @Test
  void damagedBytesAreARecordOrRefused() throws IOException {
    RecordCodec<All> codec = RecordCodec.of(All.class);
    byte[] bytes = codec.encode(all());
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged =
          Arrays.copyOf(bytes, random.nextInt(4) > 0 ? bytes.length : random.nextInt(bytes.length));
      for (int n = random.nextInt(4); n >= 0 && damaged.length > 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        codec.decode(damaged);
      } catch (IOException e) {
        refused++;
      }
    }
    assertNotEquals(0, refused);
    assertThrows(IOException.class, () -> codec.decode(new byte[0]));
    assertThrows(IOException.class, () -> codec.decode(Arrays.copyOf(bytes, bytes.length + 1)));
  }

  @Test
  void whatARecordDoesNotAcceptIsRefused() throws IOException {
    byte[] bytes = RecordCodec.of(Loose.class).encode(new Loose(2));
    assertThrows(IOException.class, () -> RecordCodec.of(Picky.class).decode(bytes));
  }

  @Test
  void endlessNestingIsRefused() {
    byte[] bytes = new byte[100_000];
    Arrays.fill(
        bytes, (byte) 2); // one of everything: a pool of one text, a tree in a tree in a tree
    bytes[2] = 'x';
    byte[] pool = "\2\2x".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(pool, 0, bytes, 0, pool.length);
    for (int i = pool.length; i < bytes.length; i++) {
      bytes[i] = (byte) ((i - pool.length) % 2 == 0 ? 0 : 2); // its name, one below it
    }
    assertThrows(IOException.class, () -> RecordCodec.of(Tree.class).decode(bytes));
  }

  @Test
  void anotherDeclarationIsAnotherLayout() {
    assertNotEquals(
        RecordCodec.of(Loose.class).layout(), RecordCodec.of(Picky.class).layout());
    assertThrows(IllegalArgumentException.class, () -> RecordCodec.of(Wrong.class));
  }
}

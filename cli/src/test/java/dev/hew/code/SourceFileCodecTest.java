package dev.hew.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hew.compiler.JavaParser;
import dev.hew.report.Source;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFileCodecTest {
  private static final String TEXT = """
      package p;
      import static q.R.*;
      @Table(name = "t", indexes = @Index(columns = {"a", "b"}))
      record A<T extends B>(T part) implements C {
        static final String SQL = "select * from " + "x";
        void run(java.util.List<B> all) { for (var one : all) one.go(SQL, 1).stop(); }
      }
      """;

  @Test
  void whatIsDecodedIsWhatWasEncoded() throws IOException {
    SourceFile file = JavaParser.parse(List.of(new Source("p/A.java", TEXT))).get(0);
    byte[] bytes = SourceFileCodec.encode(file);
    SourceFile again = SourceFileCodec.decode(bytes);
    assertArrayEquals(bytes, SourceFileCodec.encode(again));
    assertEquals(file.types().get(0).annotations(), again.types().get(0).annotations());
    assertEquals(file.types().get(0).methods(), again.types().get(0).methods());
  }

  @Test
  void brokenBytesAreRefused() throws IOException {
    SourceFile file = JavaParser.parse(List.of(new Source("p/A.java", TEXT))).get(0);
    byte[] bytes = SourceFileCodec.encode(file);
    assertThrows(
        IOException.class, () -> SourceFileCodec.decode(Arrays.copyOf(bytes, bytes.length / 2)));
  }

  @Test
  void whatIsNoKindIsRefused() throws IOException {
    byte[] one = encoded("class A {}");
    byte[] other = encoded("enum A {}");
    int kind = Arrays.mismatch(one, other);
    for (byte damaged : new byte[] {-1, 100, 127}) {
      byte[] bytes = one.clone();
      bytes[kind] = damaged;
      assertThrows(IOException.class, () -> SourceFileCodec.decode(bytes));
    }
    assertThrows(
        IOException.class, () -> SourceFileCodec.decode(Arrays.copyOf(one, one.length + 1)));
  }

  private static byte[] encoded(String text) throws IOException {
    return SourceFileCodec.encode(
        JavaParser.parse(List.of(new Source("A.java", text))).get(0));
  }
}

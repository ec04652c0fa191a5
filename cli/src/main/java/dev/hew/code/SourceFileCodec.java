package dev.hew.code;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Source files as bytes and back, so that a file that has not changed need not be parsed again. */
public final class SourceFileCodec {
  /** Changes whenever the bytes do, or what the parser puts into them between two versions of hew. */
  public static final int FORMAT = 1;

  private SourceFileCodec() {}

  /**
   * A file as bytes.
   *
   * @throws IOException when a text is too long to be kept
   */
  public static byte[] encode(SourceFile file) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Writer writer = new Writer(new DataOutputStream(body));
    writer.file(file);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(all);
    out.writeInt(writer.pool.size());
    for (String text : writer.pool.keySet()) {
      out.writeUTF(text);
    }
    body.writeTo(out);
    return all.toByteArray();
  }

  /**
   * The file that bytes stand for.
   *
   * @throws IOException when they stand for none
   */
  public static SourceFile decode(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    String[] pool = new String[count(in, bytes.length)];
    for (int i = 0; i < pool.length; i++) {
      pool[i] = in.readUTF();
    }
    SourceFile file = new Reader(in, pool, bytes.length).file();
    if (in.read() >= 0) {
      throw new IOException("broken");
    }
    return file;
  }

  private static int count(DataInputStream in, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new IOException("broken");
    }
    return count;
  }

  private interface Item<T> {
    void write(T item) throws IOException;
  }

  private interface Making<T> {
    T make() throws IOException;
  }

  /** Texts are numbers into a pool. */
  private static final class Writer {
    private final DataOutputStream out;
    private final Map<String, Integer> pool = new LinkedHashMap<>();

    Writer(DataOutputStream out) {
      this.out = out;
    }

    void file(SourceFile file) throws IOException {
      text(file.path());
      text(file.packageName());
      list(file.imports(), i -> {
        text(i.name());
        out.writeBoolean(i.isStatic());
        out.writeBoolean(i.onDemand());
      });
      list(file.types(), this::type);
      list(file.flaws(), f -> {
        out.writeInt(f.line());
        text(f.message());
      });
    }

    private void type(TypeDeclaration type) throws IOException {
      text(type.name());
      out.writeByte(type.kind().ordinal());
      out.writeInt(type.line());
      out.writeBoolean(type.isAbstract());
      list(type.typeParameters(), this::text);
      list(type.supertypes(), this::text);
      list(type.annotations(), this::annotation);
      list(type.fields(), f -> {
        text(f.name());
        text(f.type());
        out.writeInt(f.line());
        out.writeBoolean(f.isStatic());
        text(f.constant());
        list(f.annotations(), this::annotation);
      });
      list(type.methods(), m -> {
        text(m.name());
        text(m.type());
        list(m.parameters(), this::text);
        out.writeInt(m.line());
        out.writeBoolean(m.isPublic());
        out.writeBoolean(m.isStatic());
        list(m.annotations(), this::annotation);
        list(m.returned(), this::text);
      });
      list(type.references(), r -> {
        out.writeByte(r.kind().ordinal());
        text(r.chain());
        text(r.member());
        out.writeBoolean(r.repeated());
        out.writeInt(r.lines().length);
        for (int line : r.lines()) {
          out.writeInt(line);
        }
      });
      list(type.texts(), t -> {
        text(t.value());
        text(t.member());
        text(t.call());
        out.writeInt(t.line());
      });
    }

    private void annotation(Annotation annotation) throws IOException {
      text(annotation.name());
      out.writeInt(annotation.line());
      list(List.copyOf(annotation.values().entrySet()), e -> {
        text(e.getKey());
        list(e.getValue(), this::text);
      });
      list(annotation.nested(), this::annotation);
    }

    private void text(String text) throws IOException {
      int next = pool.size();
      out.writeInt(pool.computeIfAbsent(text, t -> next));
    }

    private <T> void list(List<T> items, Item<T> item) throws IOException {
      out.writeInt(items.size());
      for (T one : items) {
        item.write(one);
      }
    }
  }

  /** The same the other way round. */
  private static final class Reader {
    private static final TypeDeclaration.Kind[] TYPES = TypeDeclaration.Kind.values();
    private static final Reference.Kind[] REFERENCES = Reference.Kind.values();
    private final DataInputStream in;
    private final String[] pool;
    private final int most;

    Reader(DataInputStream in, String[] pool, int most) {
      this.in = in;
      this.pool = pool;
      this.most = most;
    }

    SourceFile file() throws IOException {
      return new SourceFile(
          text(),
          text(),
          list(() -> new SourceFile.Import(text(), in.readBoolean(), in.readBoolean())),
          list(this::type),
          list(() -> new SourceFile.Flaw(in.readInt(), text())));
    }

    private TypeDeclaration type() throws IOException {
      return new TypeDeclaration(
          text(),
          one(TYPES),
          in.readInt(),
          in.readBoolean(),
          list(this::text),
          list(this::text),
          list(this::annotation),
          list(() -> new TypeDeclaration.Field(
              text(), text(), in.readInt(), in.readBoolean(), text(), list(this::annotation))),
          list(() -> new TypeDeclaration.Method(
              text(),
              text(),
              list(this::text),
              in.readInt(),
              in.readBoolean(),
              in.readBoolean(),
              list(this::annotation),
              list(this::text))),
          list(this::reference),
          list(() -> new TypeDeclaration.Text(text(), text(), text(), in.readInt())));
    }

    private Reference reference() throws IOException {
      Reference.Kind kind = one(REFERENCES);
      String chain = text();
      String member = text();
      boolean repeated = in.readBoolean();
      int[] lines = new int[count(in, most)];
      for (int i = 0; i < lines.length; i++) {
        lines[i] = in.readInt();
      }
      return new Reference(kind, chain, member, repeated, lines);
    }

    private <T> T one(T[] all) throws IOException {
      int number = in.readByte();
      if (number < 0 || number >= all.length) {
        throw new IOException("broken");
      }
      return all[number];
    }

    private Annotation annotation() throws IOException {
      String name = text();
      int line = in.readInt();
      Map<String, List<String>> values = new TreeMap<>();
      list(() -> values.put(text(), list(this::text)));
      return new Annotation(name, line, values, list(this::annotation));
    }

    private String text() throws IOException {
      int number = in.readInt();
      if (number < 0 || number >= pool.length) {
        throw new IOException("broken");
      }
      return pool[number];
    }

    private <T> List<T> list(Making<T> making) throws IOException {
      int size = count(in, most);
      List<T> items = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        items.add(making.make());
      }
      return items;
    }
  }
}

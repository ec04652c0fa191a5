package dev.hew.disk;

import dev.hew.disk.RecordBytes.In;
import dev.hew.disk.RecordBytes.Out;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Records as bytes and back. A record may be made of texts, numbers, truth values, enums, records, and lists, sets, maps
 * and optional ones of these. Only the classes that the record's own declaration names are ever made.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends Record> {
  private final Shape shape;
  private final String layout;

  private RecordCodec(Shape shape, String layout) {
    this.shape = shape;
    this.layout = layout;
  }

  /**
   * The codec of a class of records.
   *
   * @throws IllegalArgumentException when it is made of something else
   */
  public static <T extends Record> RecordCodec<T> of(Class<T> type) {
    Shapes shapes = new Shapes();
    return new RecordCodec<>(shapes.of(type), String.join("\n", shapes.layouts));
  }

  /** A text that is another one when the record, or one that it is made of, is declared otherwise. */
  public String layout() {
    return layout;
  }

  /**
   * A record as bytes.
   *
   * @throws IOException when they would be more than 512 MiB
   */
  public byte[] encode(T value) throws IOException {
    Out out = new Out();
    try {
      shape.write(value, out);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record can be read", e);
    }
    return out.all();
  }

  /**
   * The record that bytes stand for.
   *
   * @throws IOException when they stand for none
   */
  public T decode(byte[] bytes) throws IOException {
    return decode(bytes, 0, bytes.length);
  }

  @SuppressWarnings("unchecked") // the shape was made from T's class
  T decode(byte[] bytes, int start, int end) throws IOException {
    In in = new In(bytes, start, end);
    try {
      T value = (T) shape.read(in);
      in.end();
      return value;
    } catch (InvocationTargetException e) {
      throw new IOException("these bytes are no such record", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record can be made", e);
    }
  }

  /** How values of one type are written and read. */
  private interface Shape {
    void write(Object value, Out out) throws IOException, ReflectiveOperationException;

    Object read(In in) throws IOException, ReflectiveOperationException;
  }

  private interface Writing {
    void write(Object value, Out out) throws IOException, ReflectiveOperationException;
  }

  private interface Reading {
    Object read(In in) throws IOException, ReflectiveOperationException;
  }

  private record Simple(Writing writing, Reading reading) implements Shape {
    @Override
    public void write(Object value, Out out) throws IOException, ReflectiveOperationException {
      writing.write(value, out);
    }

    @Override
    public Object read(In in) throws IOException, ReflectiveOperationException {
      return reading.read(in);
    }
  }

  /** A record: its components one after the other. */
  private static final class Whole implements Shape {
    private final Constructor<?> constructor;
    private Method[] accessors;
    private Shape[] shapes;

    Whole(Constructor<?> constructor) {
      this.constructor = constructor;
    }

    @Override
    public void write(Object value, Out out) throws IOException, ReflectiveOperationException {
      for (int i = 0; i < shapes.length; i++) {
        shapes[i].write(accessors[i].invoke(value), out);
      }
    }

    @Override
    public Object read(In in) throws IOException, ReflectiveOperationException {
      in.deeper();
      Object[] values = new Object[shapes.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = shapes[i].read(in);
      }
      in.higher();
      return constructor.newInstance(values);
    }
  }

  /** Finds out the shapes of types, each once. */
  private static final class Shapes {
    private final Map<Type, Shape> known = new LinkedHashMap<>();
    private final Set<String> layouts = new TreeSet<>();

    Shape of(Type type) {
      Shape before = known.get(type);
      if (before != null) {
        return before;
      }
      if (type instanceof Class<?> plain && plain.isRecord()) {
        return whole(plain);
      }
      Shape made = type instanceof ParameterizedType some
          ? several(some.getRawType(), some.getActualTypeArguments(), type)
          : single(type);
      known.put(type, made);
      return made;
    }

    private Shape whole(Class<?> type) {
      RecordComponent[] parts = type.getRecordComponents();
      layouts.add(type.getName() + Arrays.toString(parts));
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(
            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        Whole whole = new Whole(constructor);
        known.put(type, whole); // before its components, one of which may be of the same type
        whole.accessors =
            Arrays.stream(parts).map(RecordComponent::getAccessor).toArray(Method[]::new);
        Arrays.stream(whole.accessors).forEach(a -> a.setAccessible(true));
        whole.shapes = Arrays.stream(parts).map(p -> of(p.getGenericType())).toArray(Shape[]::new);
        return whole;
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has this constructor", e);
      }
    }

    private Shape single(Type type) {
      if (type == String.class) {
        return new Simple((value, out) -> out.text((String) value), In::text);
      } else if (type == int.class || type == Integer.class) {
        return new Simple((value, out) -> out.number((int) value), In::number);
      } else if (type == long.class) {
        return new Simple((value, out) -> out.number((long) value), In::longNumber);
      } else if (type == boolean.class) {
        return new Simple(
            (value, out) -> out.number((boolean) value ? 1 : 0), in -> in.below(2) == 1);
      } else if (type == byte[].class) {
        return new Simple((value, out) -> out.raw((byte[]) value), In::rawBytes);
      } else if (type == int[].class) {
        return numbers();
      } else if (type instanceof Class<?> plain && plain.isEnum()) {
        Object[] all = plain.getEnumConstants();
        layouts.add(plain.getName() + Arrays.toString(all));
        return new Simple(
            (value, out) -> out.number(((Enum<?>) value).ordinal()),
            in -> all[in.below(all.length)]);
      }
      throw new IllegalArgumentException(type + " cannot stand in a record that is kept");
    }

    private static Shape numbers() {
      return new Simple(
          (value, out) -> {
            int[] all = (int[]) value;
            out.number(all.length);
            for (int one : all) {
              out.number(one);
            }
          },
          in -> {
            int[] all = new int[in.count()];
            for (int i = 0; i < all.length; i++) {
              all[i] = in.number();
            }
            return all;
          });
    }

    private Shape several(Type raw, Type[] of, Type type) {
      Shape first = of(of[0]);
      if (raw == List.class) {
        return new Simple(items(first), in -> List.of(values(first, in)));
      } else if (raw == Set.class) {
        return new Simple(
            items(first),
            in ->
                Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(values(first, in)))));
      } else if (raw == Optional.class) {
        return new Simple(
            (value, out) -> {
              Optional<?> one = (Optional<?>) value;
              items(first).write(one.isPresent() ? List.of(one.get()) : List.of(), out);
            },
            in -> in.below(2) == 0 ? Optional.empty() : Optional.of(first.read(in)));
      } else if (raw == Map.class) {
        return map(first, of(of[1]));
      }
      throw new IllegalArgumentException(type + " cannot stand in a record that is kept");
    }

    private static Writing items(Shape item) {
      return (value, out) -> {
        Collection<?> all = (Collection<?>) value;
        out.number(all.size());
        for (Object one : all) {
          item.write(one, out);
        }
      };
    }

    private static Object[] values(Shape item, In in)
        throws IOException, ReflectiveOperationException {
      Object[] all = new Object[in.count()];
      for (int i = 0; i < all.length; i++) {
        all[i] = item.read(in);
      }
      return all;
    }

    private static Shape map(Shape key, Shape item) {
      return new Simple(
          (value, out) -> {
            Map<?, ?> all = (Map<?, ?>) value;
            out.number(all.size());
            for (Map.Entry<?, ?> one : all.entrySet()) {
              key.write(one.getKey(), out);
              item.write(one.getValue(), out);
            }
          },
          in -> {
            int count = in.count();
            Map<Object, Object> all = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
              all.put(key.read(in), item.read(in));
            }
            return Collections.unmodifiableMap(all);
          });
    }
  }
}

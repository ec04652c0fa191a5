package [=package].store;

[#assign opaque = storage.anyCursor(false)]
[#if opaque]
import java.nio.charset.StandardCharsets;
import java.util.Base64;
[/#if]
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Some items of a list that stand one behind the other.
 *
[#if opaque]
 * @param next the cursor that stands for the last of them; null when there is nothing behind it
[#else]
 * @param more whether there is anything behind them
[/#if]
 */
public record Slice<T>(List<T> items, [=opaque?then('String next', 'boolean more')]) {
  /** In front of the first place. */
  static final long START = Long.MIN_VALUE;

  /**
   * An item with its place.
   *
   * @param place a number that grows along the list
   */
  record Row<T>(T item, long place) {}

  /**
   * @param rows one more than there is room for, where there are as many
   * @param from the place that they stand behind
   */
  static <T> Slice<T> of(List<Row<T>> rows, long limit, long from) {
    List<Row<T>> kept = rows.subList(0, (int) Math.min(rows.size(), room(limit) - 1));
    List<T> items = kept.stream().map(Row::item).toList();
[#if opaque]
    long last = kept.isEmpty() ? from : kept.get(kept.size() - 1).place();
    return new Slice<>(items, kept.size() < rows.size() ? cursor(last) : null);
[#else]
    return new Slice<>(items, kept.size() < rows.size());
[/#if]
  }

  /** One row more than is asked for tells whether there are others. */
  static long room(long limit) {
    return Math.min(Math.max(0, limit), Integer.MAX_VALUE) + 1;
  }
[#if opaque]

  private static String cursor(long place) {
    byte[] text = Long.toString(place).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /**
   * The place that a cursor stands for; the start for none.
   *
   * @throws ResponseStatusException when it is no cursor of a slice
   */
  static long from(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return START;
    }
    try {
      return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }
[/#if]

  static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no such place in the list.");
  }
}

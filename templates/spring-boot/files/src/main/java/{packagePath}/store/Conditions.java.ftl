package [=package].store;

import java.util.ArrayList;
[#if storage.anyFilterOfSeveral()]
import java.util.Collection;
[/#if]
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a query, each for a value that is there; as text, the {@code where} that asks for all of them. */
final class Conditions {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** The column holds the value; no condition when that is null. */
  Conditions equal(String column, Object value) {
    return add(column + " = :" + column, column, value);
  }
[#if storage.anyFilterOfSlices()]

  /** The column holds more than the number. */
  Conditions above(String column, long number) {
    return add(column + " > :from", "from", number);
  }
[/#if]
[#if storage.anyFilterOfSeveral()]

  /** The column holds one of the values; no condition when they are null or none. */
  Conditions in(String column, Collection<?> those) {
    return add(column + " in (:" + column + ")", column, those == null || those.isEmpty() ? null : those);
  }
[/#if]

  private Conditions add(String condition, String column, Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(column, value);
    }
    return this;
  }

  /** What the conditions compare with, by the names of the parameters. */
  Map<String, Object> values() {
    return values;
  }

  @Override
  public String toString() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }
}

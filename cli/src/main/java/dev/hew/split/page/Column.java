package dev.hew.split.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Texts that repeat, each spelled once, and what stands where by its number. */
final class Column {
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final List<Integer> numbers = new ArrayList<>();

  void add(String text) {
    numbers.add(number(text));
  }

  /** The number of a text. */
  int number(String text) {
    return texts.computeIfAbsent(text, t -> texts.size());
  }

  /** Each text by its number. */
  List<String> texts() {
    return List.copyOf(texts.keySet());
  }

  /** The texts, and the number of each that was added. */
  Map<String, Object> data() {
    return new TreeMap<>(Map.of("texts", texts(), "numbers", numbers));
  }
}

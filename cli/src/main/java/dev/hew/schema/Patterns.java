package dev.hew.schema;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import com.github.curiousoddman.rgxgen.parsing.dflt.RgxGenParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of contracts: whether validators can take them, and texts that match them. */
public final class Patterns {
  private static final Map<String, Optional<Pattern>> COMPILED = new ConcurrentHashMap<>();

  private Patterns() {}

  /** Whether a pattern means something to the engine that validates, in hew and in generated Java services. */
  public static boolean usable(String pattern) {
    return compiled(pattern).isPresent();
  }

  /** Whether the pattern matches somewhere in the text; an unusable pattern forbids nothing. */
  static boolean find(String pattern, String text) {
    return compiled(pattern).map(p -> p.matcher(text).find()).orElse(true);
  }

  private static Optional<Pattern> compiled(String pattern) {
    return COMPILED.computeIfAbsent(
        pattern,
        p -> {
          try {
            return Optional.of(Pattern.compile(p));
          } catch (PatternSyntaxException e) {
            return Optional.empty();
          }
        });
  }

  /**
   * A text that matches a pattern and passes a test; always the same one.
   *
   * @param variant which of several different texts to make, counted from 0
   */
  static Optional<String> example(String pattern, int least, int most, int variant, Predicate<String> test) {
    int skip = variant;
    for (int repeat : new int[] {1, 2, 3, Math.max(4, least), Math.min(64, most)}) {
      RgxGen generator;
      try {
        RgxGenProperties properties = new RgxGenProperties();
        RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, repeat);
        generator = RgxGen.parse(properties, pattern);
      } catch (RgxGenParseException e) {
        return Optional.empty();
      }
      Random fixed = new Random(repeat);
      for (int i = 0; i < 20; i++) {
        String text = generator.generate(fixed);
        String longer = text.length() < least ? text + "a".repeat(least - text.length()) : text;
        for (String candidate : longer.equals(text) ? new String[] {text} : new String[] {text, longer}) {
          if (test.test(candidate) && skip-- == 0) {
            return Optional.of(candidate);
          }
        }
      }
    }
    return Optional.empty();
  }
}

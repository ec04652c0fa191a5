package dev.hew.schema;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of contracts: whether validators can take them, and texts that match them. */
public final class Patterns {
  /** A longer text is taken only where no shorter one is found. */
  private static final int HANDY = 80;

  private static final int LONGEST = 100_000;
  private static final Pattern REPETITION = Pattern.compile("\\{(\\d+)(,(\\d+)?)?}");
  private static final Map<String, Optional<Pattern>> COMPILED = new ConcurrentHashMap<>();

  private Patterns() {}

  /** Whether a pattern means something to the engine that validates, in hew and in generated Java services. */
  public static boolean usable(String pattern) {
    return compiled(pattern).isPresent();
  }

  /**
   * Whether the pattern matches somewhere in the text, as far as can be told in time; an unusable pattern forbids
   * nothing.
   */
  static boolean find(String pattern, String text) {
    return search(pattern, text) == Found.YES;
  }

  /** Whether it is not proven that the pattern matches nowhere in the text. */
  static boolean mayFind(String pattern, String text) {
    return search(pattern, text) != Found.NO;
  }

  private enum Found {
    YES,
    NO,
    UNKNOWN
  }

  private static Found search(String pattern, String text) {
    Optional<Pattern> compiled = compiled(pattern);
    try {
      boolean found = compiled.isEmpty()
          || compiled.get().matcher(new Counted(text, new int[1])).find();
      return found ? Found.YES : Found.NO;
    } catch (StackOverflowError | TooSlow unknown) {
      return Found.UNKNOWN; // the engine recurses and goes back with the text; a shorter one may do
    }
  }

  /** A text that lets itself be looked at so many times only: some patterns try every way through it. */
  private record Counted(String text, int[] looks) implements CharSequence {
    private static final int MOST_LOOKS = 5_000_000;

    @Override
    public char charAt(int index) {
      if (++looks[0] > MOST_LOOKS) {
        throw new TooSlow();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new Counted(text.substring(from, to), looks);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Whether repetitions within repetitions, written out, are more than a number of pieces.
   *
   * @param most beyond which the pattern is not worth the while
   */
  static boolean repeatsMoreThan(String pattern, int most) {
    BigInteger pieces = BigInteger.ONE;
    for (MatchResult found : REPETITION.matcher(pattern).results().toList()) {
      String to = found.group(3) == null ? found.group(1) : found.group(3);
      pieces = pieces.multiply(new BigInteger(to).max(BigInteger.ONE));
      if (pieces.bitLength() > Integer.SIZE) {
        return true;
      }
    }
    return pieces.compareTo(BigInteger.valueOf(most)) > 0;
  }

  private static Optional<Pattern> compiled(String pattern) {
    return COMPILED.computeIfAbsent(pattern, p -> {
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
  static Optional<String> example(
      String pattern, int least, int most, int variant, Predicate<String> test) {
    Optional<String> shorter = shortened(pattern, least);
    if (shorter.isEmpty()) {
      return Optional.empty();
    }
    int skip = variant;
    String shortest = null;
    for (int repeat :
        new int[] {1, 2, 3, Math.max(4, Math.min(least, LONGEST)), Math.min(64, most)}) {
      for (String text : texts(shorter.get(), repeat)) {
        String longer = text + "a".repeat(Math.max(0, Math.min(least, LONGEST) - text.length()));
        for (String candidate : longer.equals(text) ? List.of(text) : List.of(text, longer)) {
          if (test.test(candidate) && skip-- <= 0) {
            if (candidate.length() <= Math.max(HANDY, least)) {
              return Optional.of(candidate);
            }
            shortest =
                shortest == null || candidate.length() < shortest.length() ? candidate : shortest;
          }
        }
      }
    }
    return Optional.ofNullable(shortest);
  }

  /** Some texts that should match, or none when the generator does not know what the pattern is made of. */
  private static List<String> texts(String pattern, int repeat) {
    RgxGenProperties properties = new RgxGenProperties();
    RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, repeat);
    List<String> texts = new ArrayList<>();
    try {
      RgxGen generator = RgxGen.parse(properties, pattern);
      RandomGenerator fixed = new Steps(repeat);
      for (int i = 0; i < 20; i++) {
        texts.add(generator.generate(fixed));
      }
    } catch (RuntimeException | StackOverflowError unknown) {
      // the generator fails in many ways on what it does not know; what it found before is as good
      // as any
      return texts;
    }
    return texts;
  }

  /**
   * The pattern for the generator: wide repetitions narrowed, names of groups and flags at the start left out; empty
   * when its texts are too long to be made, as repetitions within repetitions are.
   */
  private static Optional<String> shortened(String pattern, int least) {
    String plain =
        pattern.replaceAll("^\\(\\?[a-z]+\\)", "").replaceAll("\\(\\?<[A-Za-z][A-Za-z0-9]*>", "(");
    BigInteger shortest = BigInteger.ONE;
    BigInteger longest = BigInteger.ONE;
    for (MatchResult found : REPETITION.matcher(plain).results().toList()) {
      BigInteger from = new BigInteger(found.group(1));
      shortest = shortest.multiply(from.max(BigInteger.ONE));
      longest = longest.multiply(from.add(BigInteger.valueOf(8)));
      if (shortest.bitLength() > 16) {
        return Optional.empty();
      }
    }
    BigInteger more = BigInteger.valueOf(longest.bitLength() > 16 ? 1 : 8);
    return Optional.of(REPETITION.matcher(plain).replaceAll(found -> {
      if (found.group(3) == null) {
        return found.group();
      }
      BigInteger from = new BigInteger(found.group(1));
      BigInteger wanted = from.max(BigInteger.valueOf(least)).add(more);
      return "{" + from + "," + wanted.min(new BigInteger(found.group(3))) + "}";
    }));
  }

  /** Numbers that look like chance to the generator, and are always the same. */
  private static final class Steps implements RandomGenerator {
    private long state;

    Steps(long start) {
      state = start;
    }

    @Override
    public long nextLong() {
      state += 0x9e3779b97f4a7c15L;
      long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
      return mixed ^ (mixed >>> 31);
    }
  }
}

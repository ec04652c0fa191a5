package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which methods AspectJ's words mean, as far as Spring knows them: {@code execution}, {@code within}, {@code this}, {@code
 * target}, {@code bean}, annotations of types and methods, and these put together.
 */
final class Pointcut {
  /** Longer ones, and deeper ones, nobody writes by hand. */
  private static final int LONGEST = 4000;

  private static final int DEEPEST = 40;

  private static final Pattern WORD = Pattern.compile("@?[\\w.]+");

  /** Result, then what is called, perhaps with its type in front; parameters; what may be thrown says nothing new. */
  private static final Pattern EXECUTION =
      Pattern.compile("(?:public\\s++)?+(\\S++)\\s++([\\w.*$+]++)\\s*+\\(([^()]*+)\\)\\s*+");

  /** A method of a class, inherited ones included. */
  record Candidate(
      TypeIndex.Declared type,
      TypeDeclaration.Method method,
      Set<TypeIndex.Declared> above,
      Set<String> outside,
      Set<String> names) {

    /** Whether the class is of a type, whether that is here or in a library. */
    boolean is(String name) {
      return type.name.equals(name)
          || above.stream().anyMatch(one -> one.name.equals(name))
          || outside.contains(name.substring(name.lastIndexOf('.') + 1));
    }
  }

  /** A question about a method. */
  interface Test {
    boolean means(Candidate candidate);
  }

  private final String text;
  private int at;
  private boolean unknown;

  private Pointcut(String text) {
    this.text = text;
  }

  /** What an expression asks; empty when not all of it is understood. */
  static Optional<Test> of(String expression) {
    if (expression.length() > LONGEST) {
      return Optional.empty();
    }
    Pointcut pointcut = new Pointcut(expression.strip());
    Test test = pointcut.any(0);
    return pointcut.unknown || pointcut.at < pointcut.text.length()
        ? Optional.empty()
        : Optional.of(test);
  }

  private Test any(int depth) {
    List<Test> tests = new ArrayList<>(List.of(all(depth)));
    while (takes("||") || takesWord("or")) {
      tests.add(all(depth));
    }
    return candidate -> tests.stream().anyMatch(test -> test.means(candidate));
  }

  private Test all(int depth) {
    List<Test> tests = new ArrayList<>(List.of(one(depth)));
    while (takes("&&") || takesWord("and")) {
      tests.add(one(depth));
    }
    return candidate -> tests.stream().allMatch(test -> test.means(candidate));
  }

  private Test one(int depth) {
    if (depth > DEEPEST) {
      return unknown();
    }
    if (takes("!") || takesWord("not")) {
      Test not = one(depth + 1);
      return candidate -> !not.means(candidate);
    }
    if (takes("(")) {
      Test inner = any(depth + 1);
      return takes(")") ? inner : unknown();
    }
    Matcher word = WORD.matcher(text).region(at, text.length());
    if (!word.lookingAt()) {
      return unknown();
    }
    at = word.end();
    return takes("(") ? primitive(word.group(), inside()) : unknown();
  }

  /** What stands between parentheses of which the first is taken; takes the last. */
  private String inside() {
    int open = 1;
    int from = at;
    while (at < text.length() && open > 0) {
      char c = text.charAt(at++);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    String inside = text.substring(from, open == 0 ? at - 1 : at).strip();
    blanks();
    unknown |= open > 0;
    return inside;
  }

  private Test primitive(String word, String given) {
    return switch (word) {
      case "execution" -> execution(given);
      case "within" ->
        isTypePattern(given) ? candidate -> means(given, candidate.type(), candidate) : unknown();
      case "this", "target" ->
        given.matches("[\\w.$]+") ? candidate -> candidate.is(given.replace('$', '.')) : unknown();
      case "bean" ->
        given.matches("[^\\s()|&!]+")
            ? candidate ->
                candidate.names().stream().anyMatch(name -> NamePattern.matches(given, name))
            : unknown();
      case "@annotation" -> {
        String name = last(given);
        yield given.contains(".")
            ? candidate -> candidate.method().annotations().stream()
                .anyMatch(annotation -> annotation.name().equals(name))
            : unknown();
      }
      case "@within", "@target" -> {
        String name = last(given);
        yield given.contains(".")
            ? candidate -> candidate.type().type.annotation(name).isPresent()
            : unknown();
      }
      default -> unknown();
    };
  }

  private Test execution(String given) {
    Matcher matcher = EXECUTION.matcher(given);
    if (!matcher.matches()) {
      return unknown();
    }
    String result = matcher.group(1);
    String called = matcher.group(2);
    String parameters = matcher.group(3).strip();
    int dot = called.lastIndexOf('.');
    // in `org.acme..*` the last word is of any method, and the dots before it are of its type
    String type = dot < 0 ? "" : called.substring(0, dot) + (called.startsWith("..", dot - 1) ? ".*" : "");
    String name = called.substring(dot + 1);
    if (!isTypePattern(result) || (!type.isEmpty() && !isTypePattern(type))) {
      return unknown();
    }
    return candidate -> NamePattern.matches(name, candidate.method().name())
        && meansWritten(result, candidate.method().type())
        && takes(parameters, candidate.method().parameters())
        && (type.isEmpty() || declares(type, candidate));
  }

  /** A method is also what it implements or overrides. */
  private static boolean declares(String pattern, Candidate candidate) {
    return means(pattern, candidate.type(), candidate)
        || candidate.above().stream()
            .filter(one -> one.type.methods().stream()
                .anyMatch(m -> Frameworks.member(m).equals(Frameworks.member(candidate.method()))))
            .anyMatch(one -> NamePattern.meansType(pattern.replace("+", ""), one.name));
  }

  private static boolean means(String pattern, TypeIndex.Declared type, Candidate candidate) {
    String plain = pattern.replace("+", "").replace('$', '.');
    return NamePattern.meansType(plain, type.name)
        || (pattern.endsWith("+")
            && (candidate.above().stream().anyMatch(a -> NamePattern.meansType(plain, a.name))
                || (!plain.contains("*") && candidate.is(plain))));
  }

  private static boolean takes(String pattern, List<String> parameters) {
    if (pattern.equals("..")) {
      return true;
    }
    List<String> patterns = pattern.isEmpty() ? List.of() : List.of(pattern.split("\\s*,\\s*"));
    boolean more = !patterns.isEmpty() && patterns.get(patterns.size() - 1).equals("..");
    int fixed = patterns.size() - (more ? 1 : 0);
    if (more ? parameters.size() < fixed : parameters.size() != fixed) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      if (!meansWritten(patterns.get(i), parameters.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A type as written, of which the imports would say more. */
  private static boolean meansWritten(String pattern, String written) {
    return pattern.equals("*")
        || NamePattern.matches(last(pattern.replace("+", "")), last(TypeUse.base(written)));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean isTypePattern(String text) {
    return text.matches("[\\w.*$]+\\+?");
  }

  private Test unknown() {
    unknown = true;
    at = text.length();
    return candidate -> false;
  }

  private boolean takes(String sign) {
    blanks();
    boolean there = text.startsWith(sign, at);
    at += there ? sign.length() : 0;
    blanks();
    return there;
  }

  private boolean takesWord(String word) {
    blanks();
    int end = at + word.length();
    boolean there = text.startsWith(word, at)
        && end < text.length()
        && (Character.isWhitespace(text.charAt(end)) || "(!@".indexOf(text.charAt(end)) >= 0);
    at = there ? end : at;
    blanks();
    return there;
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}

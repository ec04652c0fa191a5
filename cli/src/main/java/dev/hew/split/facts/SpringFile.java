package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a file of Spring's XML says of transactions and of the names of beans.
 *
 * @param advices what a transaction is, for names of methods
 * @param pointcuts which methods, under a name
 * @param advisors which methods have which advice
 * @param beans those that have a class
 */
record SpringFile(
    List<Advice> advices, List<Named> pointcuts, List<Advisor> advisors, List<Bean> beans) {

  /** A {@code tx:advice}; without rules annotations say what they would. */
  record Advice(String id, List<Rule> rules, Place place) {}

  /**
   * What holds for methods of such a name.
   *
   * @param name {@code *} stands for any part
   * @param begins whether it begins a transaction where there is none
   */
  record Rule(String name, boolean begins, boolean readOnly) {}

  /** A pointcut with a name. */
  record Named(String id, String expression, Place place) {}

  /**
   * An {@code aop:advisor}.
   *
   * @param expression the pointcut; empty when {@code pointcut} names it
   */
  record Advisor(String advice, String expression, String pointcut, Place place) {}

  /** A bean; {@code id} is empty when it has none. */
  record Bean(String id, String type, Place place) {}

  private static final Set<String> NONE = Set.of("NEVER", "NOT_SUPPORTED", "SUPPORTS");

  /**
   * Reads a file.
   *
   * @param root its element {@code beans}
   */
  static SpringFile read(String path, XmlElement root) {
    SpringFile file = new SpringFile(
        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    file.add(path, root);
    return file;
  }

  private void add(String path, XmlElement element) {
    for (XmlElement child : element.children()) {
      Place place = new Place(path, child.line());
      switch (child.name()) {
        case "advice" -> advices.add(new Advice(child.get("id"), rules(child), place));
        case "pointcut" -> pointcuts.add(new Named(child.get("id"), expression(child), place));
        case "advisor" -> advisors.add(new Advisor(
            child.get("advice-ref"), child.get("pointcut"), child.get("pointcut-ref"), place));
        case "bean" -> {
          if (!child.get("class").isEmpty()) {
            beans.add(new Bean(child.get("id", "name"), child.get("class"), place));
          }
        }
        default -> {}
      }
      add(path, child);
    }
  }

  private static String expression(XmlElement pointcut) {
    return pointcut.get("expression").isEmpty()
        ? pointcut.text().strip()
        : pointcut.get("expression");
  }

  private static List<Rule> rules(XmlElement advice) {
    return advice.children().stream()
        .filter(child -> child.name().equals("attributes"))
        .flatMap(child -> child.children().stream())
        .filter(child -> child.name().equals("method"))
        .map(child -> new Rule(
            child.get("name"),
            !NONE.contains(child.get("propagation")),
            child.get("read-only").equals("true")))
        .toList();
  }

  /** Whether it says nothing that anybody asks for. */
  boolean isEmpty() {
    return advices.isEmpty() && pointcuts.isEmpty() && advisors.isEmpty() && beans.isEmpty();
  }
}

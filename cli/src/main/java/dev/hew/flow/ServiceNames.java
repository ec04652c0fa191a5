package dev.hew.flow;

import dev.hew.model.ServiceModeler;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a service may be called. */
final class ServiceNames {
  private static final int LONGEST = 30;

  /** Characters of a title; a name is made of its first words. */
  private static final int MOST_READ = 200;

  /** What YAML, of the one or the other version, reads as something else than text. */
  private static final Set<String> NO_TEXTS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private static final String SERVICE = "service";

  private ServiceNames() {}

  /** A name made of a contract's title: ASCII words in kebab case, without the word "API" at the end. */
  static String of(String title) {
    String start = title.length() > MOST_READ ? title.substring(0, MOST_READ) : title;
    String ascii = start.replaceAll("[^\\x20-\\x7e]", " ");
    List<String> words =
        new ArrayList<>(List.of(ServiceModeler.name(ascii).kebab().split("-")));
    while (words.size() > 1 && words.get(words.size() - 1).equals("api")) {
      words.remove(words.size() - 1);
    }
    while (words.size() > 1 && String.join("-", words).length() > LONGEST) {
      words.remove(words.size() - 1);
    }
    String name = String.join("-", words).replaceAll("^[^a-z]+", "");
    if (NO_TEXTS.contains(name)) {
      return name + "-" + SERVICE;
    }
    return name.isEmpty() ? SERVICE : name.length() > LONGEST ? name.substring(0, LONGEST) : name;
  }

  static Checked<String> checked(String name) {
    if (NO_TEXTS.contains(name)) {
      return Checked.failed(Diagnostic.error(
              "service-name",
              "a service cannot be called `" + name + "`, which YAML does not read as a text")
          .withHint("such as `" + name + "-" + SERVICE + "`"));
    }
    if (name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") && name.length() <= 63) {
      return Checked.of(name);
    }
    return Checked.failed(
        Diagnostic.error("service-name", "a service cannot be called `" + name + "`")
            .withHint(
                "small letters, digits and single hyphens, at most 63, such as `orders` or `order-history`"));
  }
}

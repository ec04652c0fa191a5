package dev.hew.split.facts;

import dev.hew.report.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Qualified names in files other than Java: wiring, descriptors, service lists, properties. */
final class Mentions {
  /** Possessive and bounded, as all patterns that are searched for in whole files: texts may be made to hurt. */
  private static final Pattern NAME =
      Pattern.compile("\\b[a-z]\\w*+(?:\\.[a-z]\\w*+){1,40}+\\.[A-Z][\\w$]*+");

  private final List<Facts.Mention> found = new ArrayList<>();

  void add(Source file) {
    int line = 1;
    int at = 0;
    Matcher name = NAME.matcher(file.text());
    while (name.find()) {
      while (at < name.start()) {
        line += file.text().charAt(at++) == '\n' ? 1 : 0;
      }
      found.add(new Facts.Mention(name.group(), new Place(file.name(), line)));
    }
  }

  void addAll(List<Facts.Mention> more) {
    found.addAll(more);
  }

  /** All of them. */
  List<Facts.Mention> all() {
    return found;
  }

  /** Those that are classes of the code base, under their top-level name. */
  List<Facts.Mention> of(TypeIndex index) {
    List<Facts.Mention> mentions = new ArrayList<>();
    for (Facts.Mention one : found) {
      TypeIndex.Declared declared = index.named(one.name().replace('$', '.'));
      if (declared != null) {
        mentions.add(new Facts.Mention(declared.owner, one.place()));
      }
    }
    return mentions.stream().distinct().toList();
  }
}

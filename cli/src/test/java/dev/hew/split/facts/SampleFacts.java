package dev.hew.split.facts;

import dev.hew.code.SourceFile;
import dev.hew.compiler.JavaParser;
import dev.hew.report.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts of texts that a test writes. */
public final class SampleFacts {
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");

  private SampleFacts() {}

  /** Of Java texts, each of them a file named after its first type, of the package {@code shop} where it says no other. */
  public static Facts of(String... java) {
    return of(List.of(), java);
  }

  /** The same with files of other kinds. */
  public static Facts of(List<Source> others, String... java) {
    FactsBuilder builder = new FactsBuilder();
    builder.addJava(parsed(java));
    OtherFiles files = new OtherFiles();
    others.forEach(files::add);
    builder.addOthers(OtherFiles.facts(List.of(files)));
    return builder.build();
  }

  private static List<SourceFile> parsed(String... java) {
    List<Source> sources = new ArrayList<>();
    for (String text : java) {
      Matcher type = TYPE.matcher(text);
      if (!type.find()) {
        throw new IllegalArgumentException(text);
      }
      String own = text.startsWith("package ") ? text : "package shop;\n" + text;
      sources.add(new Source("shop/" + type.group(1) + ".java", own));
    }
    return JavaParser.parse(sources);
  }

  /** The types of such texts. */
  static TypeIndex index(String... java) {
    return new TypeIndex(parsed(java));
  }

  /** Who touches a table beside those that map it: {@code Clerk.hire/1 w} and the like, sorted. */
  public static List<String> touching(Facts facts, String table) {
    TreeSet<String> found = new TreeSet<>();
    for (TableFact one : facts.tables()) {
      if (one.name().equalsIgnoreCase(table)) {
        one.accesses().stream()
            .filter(a -> !a.how().equals("mapping"))
            .forEach(a -> found.add(
                a.from().replace("shop.", "") + "." + a.member() + (a.writes() ? " w" : " r")));
      }
    }
    return List.copyOf(found);
  }
}

package dev.hew.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the template engine says, in the words of those who write templates: its own classes, and the brackets that hew
 * does not use, are left out.
 */
final class EngineWords {
  private static final Pattern PLACE = Pattern.compile(" +\\[in .*]$");
  private static final Pattern MISSING =
      Pattern.compile("The following has evaluated to null or missing: (.+)");
  private static final Pattern OTHER_KIND = Pattern.compile(
      "For (\"[^\"]+\") ?([^:]*): Expected (.+?)(?: or something automatically convertible .*?)?"
          + ",? but this has evaluated to (?:an? )?([\\w+]+)(?: \\(.*\\))?: (.+)");
  private static final Pattern METHOD =
      Pattern.compile("Java method \"(?:[\\w$]+\\.)*?(\\w+)\\((.*?)\\)\"");
  private static final Pattern CLASS =
      Pattern.compile(" ?\\((?:wrapper: [^)]*|[^)]* wrapped into [^)]*)\\)");
  private static final Map<String, String> KINDS = Map.of(
      "string", "a text",
      "number", "a number",
      "boolean", "true or false",
      "sequence", "a list",
      "collection", "a list",
      "hash", "a value with members",
      "extended_hash", "a value with members",
      "method", "a method, whose arguments are missing");

  private EngineWords() {}

  /** The message on one line, without tips and without the place, which is told beside it. */
  static String plain(String message) {
    List<String> lines = new ArrayList<>();
    for (String line : message.lines().toList()) {
      if (line.isBlank()
          || line.startsWith("----")
          || line.startsWith("The name was interpreted")) {
        break;
      }
      lines.add(PLACE.matcher(line.replaceFirst("^==> ", "")).replaceAll("").strip());
    }
    String text = String.join(" ", lines).replaceFirst("\\. Help \\(latest version\\).*", "");
    Matcher missing = MISSING.matcher(text);
    if (missing.matches()) {
      return "there is no `" + bare(missing.group(1)) + "` here, or it has no value";
    }
    Matcher other = OTHER_KIND.matcher(text);
    if (other.matches()) {
      String name = "`" + bare(other.group(5)) + "` is " + kind(other.group(4));
      return other.group(1).equals("\"${...}\"")
          ? name + ", and cannot be written as text"
          : name + ", where `" + other.group(1).replace("\"", "") + "` takes "
              + kind(other.group(3));
    }
    text = METHOD.matcher(text).replaceAll("`$1($2)`");
    return CLASS
        .matcher(text)
        .replaceAll("")
        .replace("${...}", "[=...]")
        .replaceFirst("(?<![.])[.]$", "");
  }

  /** Without the parentheses that stand around all of an expression. */
  private static String bare(String expression) {
    return expression.matches("\\([^()]*\\)")
        ? expression.substring(1, expression.length() - 1)
        : expression;
  }

  private static String kind(String engines) {
    String first = engines.replaceFirst("^an? ", "").replaceFirst("[+, ].*", "");
    return KINDS.getOrDefault(first, engines);
  }
}

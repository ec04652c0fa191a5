package dev.hew.report;

import java.util.List;

/** Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request. */
public final class GithubReport {
  private GithubReport() {}

  /** One line for each diagnostic, ended by LF. */
  public static String of(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      out.append("::").append(diagnostic.level().word()).append(' ');
      diagnostic
          .position()
          .ifPresent(p -> out.append("file=")
              .append(property(p.source()))
              .append(",line=")
              .append(p.line())
              .append(",col=")
              .append(p.column())
              .append(",endColumn=")
              .append(p.column() + diagnostic.length())
              .append(','));
      out.append("title=")
          .append(property(diagnostic.code()))
          .append("::")
          .append(data(diagnostic.message()));
      diagnostic.hint().ifPresent(hint -> out.append(data("\nhint: " + hint)));
      out.append('\n');
    }
    return out.toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}

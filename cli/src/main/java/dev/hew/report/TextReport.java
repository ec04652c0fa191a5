package dev.hew.report;
import java.util.List;
public final class TextReport {
  private TextReport() {}
  public static String of(List<Diagnostic> d, List<Source> s) { StringBuilder o = new StringBuilder(); d.forEach(x -> o.append(x.position().map(p -> p + ": ").orElse("")).append(x.level().word()).append("[").append(x.code()).append("]: ").append(x.message()).append("\n").append(x.hint().map(h -> "hint: " + h + "\n").orElse(""))); return o.toString(); }
}

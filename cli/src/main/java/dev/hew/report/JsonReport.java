package dev.hew.report;
import java.util.List;
import java.util.Map;
public final class JsonReport {
  private JsonReport() {}
  public static String of(List<Diagnostic> d) { return d.toString(); }
  public static String of(List<Diagnostic> d, Map<String, Object> result) { return d + "" + result; }
}

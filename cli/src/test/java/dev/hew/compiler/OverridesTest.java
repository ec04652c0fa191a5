package dev.hew.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverridesTest {
  private static List<String> found(String interfaces, String methods) {
    Source api = new Source("a/Api.java", "package a;\n\ninterface Api" + interfaces);
    Source mine = new Source("b/Mine.java", "class Mine implements Api {\n" + methods + "}\n");
    return Overrides.of(List.of(mine), List.of(api, mine)).stream()
        .map(p -> p.line() + ":" + p.column() + " " + p.what())
        .toList();
  }

  @Test
  void whatIsWrittenLikeItOverrides() {
    String api =
        " {\n  Answer<Note> get(@Valid org.lib.Part a, List<String> b);\n  Answer<?> all();\n Object one();\n}\n";
    assertEquals(
        List.of(),
        found(
            api,
            "  @Override\n  public a.Answer<a.Note> get(final Part a, java.util.List<String> b) {}\n"
                + "  @Override\n  public Answer<Note> all() {}\n"
                + "  @Override\n  public List<Note> one() {}\n"
                + "  @Override\n  public Note other(int a) {}\n"
                + "  public Note get() {}\n"));
    assertEquals(
        List.of(), found(api, "  @Override\n  public Answer<Note> get(Part a, List b) {}\n"));
    assertEquals(
        List.of(),
        found("<T> {\n  void get(T a);\n}\n", "  @Override\n  public void get(Note a) {}\n"));
  }

  @Test
  void typesOfLibrariesAreOthersByTheirNames() {
    assertEquals(
        List.of(
            "3:23 method overrides none: Api has Answer<Page> get(Part)",
            "6:25 method overrides none: Api has Answer<Note> put(Json)"),
        found(
            " {\n  Answer<Page> get(Part a);\n  Answer<Note> put(Json a);\n}\n",
            "  @Override\n"
                + "  public Answer<Note> get(Part a) {}\n"
                + "\n  @Override\n"
                + "  public a.Answer<Note> put(Note a) {}\n"));
  }
}

package dev.hew.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in templates are told in the words of those who write them. */
class TemplateMessagesTest {
  /** What a template may look into. */
  public record Pet(String name, List<String> tags) {
    public String called(String prefix) {
      return prefix + name;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[=pet.nam] | there is no `pet.nam` here, or it has no value",
        "[=nope] | there is no `nope` here, or it has no value",
        "[=pet.tags] | `pet.tags` is a list, and cannot be written as text",
        "[=pet.called] | `pet.called` is a method, whose arguments are missing, and cannot be written as text",
        "[#if pet.name]x[/#if] | `pet.name` is a text, where `#if` takes true or false",
        "[#list pet.name as x][=x][/#list] | `pet.name` is a text, where `#list` takes a list",
        "[=pet.called(1, 2)] | `called(String)` takes 1 argument, but 2 was given",
        "[=pet.name?foo] | Unknown built-in: \"foo\"",
        "[=open]x | a group is opened that is not closed",
        "x[=close] | a group is closed that was not opened",
        "[=pet.tags?join(1)] | ?join(...) expects a string as argument #1, but received a number",
      })
  void mistakes(String template, String message) {
    Renderer renderer = new Renderer(Map.of(), type -> true, type -> true, Map.of(), 100);
    Map<String, Object> scope = Map.of("pet", new Pet("Rex", List.of()));
    RenderException mistake =
        assertThrows(RenderException.class, () -> renderer.fill("a.ftl", template, scope));
    assertEquals(message, mistake.getMessage());
  }
}

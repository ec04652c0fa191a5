package dev.hew.pack;

import dev.hew.model.Language;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack: everything that makes a service of a model.
 *
 * @param name its id
 * @param version the pack's own version
 * @param title one line for {@code hew stacks}
 * @param width columns that generated lines keep within where they can
 * @param next what to run in a new service first
 * @param verify the command that builds a service and runs its tests, word by word: {@code hew update --verify}; may be
 *     empty
 * @param needs the programs that its services are built with, each with what it does
 * @param versions the versions that templates write, the one place to bump
 * @param options in the order in which their defaults refer to each other
 * @param derived names that templates use, each an expression over the options
 * @param rules in the order of the file; for each property the last rule that matches a file wins
 * @param library macros for all templates, by the path of their file in {@code lib/}
 * @param files the templates by their path in {@code files/}
 * @param places where messages say that a file is, by its path in the pack
 * @param provenance what a service has to remember of it
 */
public record Pack(
    String name,
    String version,
    String title,
    int width,
    String next,
    List<String> verify,
    Map<String, String> needs,
    Map<String, String> versions,
    List<Option> options,
    Map<String, String> derived,
    Language language,
    List<FileRule> rules,
    Map<String, String> library,
    FileTree files,
    Map<String, String> places,
    Provenance provenance) {
  private static final String MANIFEST = "pack.yaml";

  /** The same pack, from elsewhere. */
  public Pack pinned(Pin pin) {
    return new Pack(
        name,
        version,
        title,
        width,
        next,
        verify,
        needs,
        versions,
        options,
        derived,
        language,
        rules,
        library,
        files,
        places,
        new Provenance(provenance.name(), Optional.of(pin), provenance.layers()));
  }

  /** The file that a template is written in, by the name without its ending by which a lock knows it. */
  public Optional<RelPath> source(String template) {
    return files.files().keySet().stream()
        .filter(path -> PackFiles.templatePath(path.value()).equals(template))
        .findFirst();
  }

  /** What a user names it by on a command line. */
  public String reference() {
    String place = places.getOrDefault(MANIFEST, name).replaceFirst("/" + MANIFEST + "$", "");
    return provenance.pin().isEmpty() ? name : place.matches("[\\w-]+") ? "./" + place : place;
  }
}

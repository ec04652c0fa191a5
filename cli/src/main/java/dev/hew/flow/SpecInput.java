package dev.hew.flow;

import dev.hew.contract.Contract;
import dev.hew.contract.ContractReader;
import dev.hew.contract.SiblingFiles;
import dev.hew.report.Checked;
import dev.hew.report.Source;
import dev.hew.spec.Spec;
import dev.hew.spec.SpecReader;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user names as SPEC: a contract, or a manifest that names one.
 *
 * @param manifest what the manifest says; without one, all at its defaults
 * @param home the folder that a pack in the manifest is named from; empty where the manifest is not on this machine
 */
public record SpecInput(Contract contract, Spec manifest, Optional<Path> home) {
  private static final Spec NO_MANIFEST = new Spec(
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      "",
      Optional.empty(),
      Map.of(),
      true,
      Map.of());

  /** The same contract, to be made something else of. */
  SpecInput with(Spec other) {
    return new SpecInput(contract, other, home);
  }

  /** Whether a manifest was named, and not a contract alone. */
  public boolean isManifest() {
    return manifest != NO_MANIFEST;
  }

  /**
   * What came of reading.
   *
   * @param sources the texts that messages may point into
   */
  public record Reading(Checked<SpecInput> input, List<Source> sources) {}

  /**
   * Reads it.
   *
   * @param spec a path, {@code -} for standard input, an address that starts with {@code https://}, or
   *     {@code REVISION:PATH} of the git repository around the folder
   * @param folder where relative paths start
   * @param root the folder that references may not leave; empty for the git top level around the contract
   * @param standardInput read when {@code spec} is {@code -}
   */
  public static Reading read(
      String spec, Path folder, Optional<Path> root, InputStream standardInput) {
    List<Source> sources = new ArrayList<>();
    Origin origin = Origin.of(spec, folder, root, standardInput);
    Checked<SpecInput> input = origin.read().then(source -> ofText(source, origin, sources));
    return new Reading(input, List.copyOf(sources));
  }

  /**
   * Reads a contract in memory.
   *
   * @param files its files
   * @param root the root document among them
   * @param name what messages call it
   * @param folder where files that it refers to besides are looked for
   */
  static Reading read(FileTree files, RelPath root, String name, Path folder, Spec manifest) {
    List<Source> sources = new ArrayList<>();
    Origin origin = new Origin.OfTree(files, root, name, folder);
    Checked<SpecInput> input = origin
        .read()
        .then(source -> contract(source, origin, manifest, Optional.of(folder), sources));
    return new Reading(input, List.copyOf(sources));
  }

  private static Checked<SpecInput> ofText(Source source, Origin origin, List<Source> sources) {
    NodeReader.Attempt document = NodeReader.attempt(source);
    Checked<Node> whole = document.checked();
    if (!whole.ok() || !SpecReader.isManifest(whole.value())) {
      return contract(source, document, origin, NO_MANIFEST, origin.home(), sources);
    }
    sources.add(source);
    return whole.then(SpecReader::read).then(manifest -> {
      Origin contract = origin.sibling(manifest.contract());
      return contract
          .read()
          .then(text -> contract(text, contract, manifest, origin.home(), sources));
    });
  }

  private static Checked<SpecInput> contract(
      Source source, Origin origin, Spec manifest, Optional<Path> home, List<Source> sources) {
    return contract(source, NodeReader.attempt(source), origin, manifest, home, sources);
  }

  private static Checked<SpecInput> contract(
      Source source,
      NodeReader.Attempt document,
      Origin origin,
      Spec manifest,
      Optional<Path> home,
      List<Source> sources) {
    sources.add(source);
    SiblingFiles siblings = reference -> origin.sibling(reference).read().map(text -> {
      sources.add(text);
      return text;
    });
    return ContractReader.read(source, document, siblings)
        .map(contract -> new SpecInput(contract, manifest, home));
  }
}

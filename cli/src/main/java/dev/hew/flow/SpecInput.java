package dev.hew.flow;

import dev.hew.contract.Contract;
import dev.hew.contract.ContractReader;
import dev.hew.disk.SpecFiles;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import dev.hew.spec.Spec;
import dev.hew.spec.SpecReader;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.io.IOException;
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
 */
public record SpecInput(Contract contract, Spec manifest) {
  private static final Spec NO_MANIFEST =
      new Spec(Optional.empty(), Optional.empty(), "", Optional.empty(), Map.of());

  /**
   * Reads it.
   *
   * @param spec a path, or {@code -} for standard input
   * @param folder where relative paths start
   * @param root the folder that references may not leave; empty for the git top level around the contract
   * @param standardInput read when {@code spec} is {@code -}
   */
  public static Checked<SpecInput> read(String spec, Path folder, Optional<Path> root, InputStream standardInput) {
    if (spec.equals("-")) {
      return ofStandardInput(standardInput).then(source -> contract(source, folder.resolve("stdin"), root, NO_MANIFEST));
    }
    Path path = folder.resolve(spec);
    return SpecFiles.read(path, spec).then(source -> ofFile(source, path, root));
  }

  private static Checked<Source> ofStandardInput(InputStream standardInput) {
    try {
      return SpecFiles.text(standardInput, "-");
    } catch (IOException e) {
      return Checked.failed(Diagnostic.error("spec-unreadable", "standard input cannot be read: " + e.getMessage()));
    }
  }

  private static Checked<SpecInput> ofFile(Source source, Path path, Optional<Path> root) {
    Checked<Node> document = NodeReader.read(source);
    if (!document.ok() || !SpecReader.isManifest(document.value())) {
      return contract(source, path, root, NO_MANIFEST);
    }
    return document
        .then(SpecReader::read)
        .then(
            manifest -> {
              Path contract = path.resolveSibling(manifest.contract());
              return SpecFiles.read(contract, manifest.contract()).then(text -> contract(text, contract, root, manifest));
            });
  }

  private static Checked<SpecInput> contract(Source source, Path path, Optional<Path> root, Spec manifest) {
    Path border = root.orElseGet(() -> SpecFiles.border(path));
    return ContractReader.read(source, reference -> SpecFiles.sibling(path, border, reference))
        .map(contract -> new SpecInput(contract, manifest));
  }

  /** The texts that messages may point into. */
  public static List<Source> sources(Checked<SpecInput> input) {
    return input.toOptional().map(i -> i.contract().sources()).orElseGet(ArrayList::new);
  }
}

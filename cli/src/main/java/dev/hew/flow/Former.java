package dev.hew.flow;

import dev.hew.lock.Lock;
import dev.hew.pack.Choices;
import dev.hew.pack.Pack;
import dev.hew.render.RenderException;
import dev.hew.report.Checked;
import dev.hew.report.Source;
import dev.hew.spec.SpecReader;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.NodeReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a service's contract was when hew last wrote, and what the stack makes of it.
 */
record Former(SpecInput input, Modeled model) {
  /** Empty when the lock remembers no contract, or one that cannot be read or made a service of again. */
  static Optional<Former> of(Lock lock, Pack pack, Path folder) {
    TreeMap<RelPath, Content> contract = new TreeMap<>();
    lock.entries().stream()
        .filter(entry -> entry.id().startsWith(NextLock.CONTRACT))
        .forEach(entry -> contract.put(entry.home().orElse(entry.path()), entry.content()));
    FileTree written = new FileTree(contract);
    Optional<Checked<SpecInput>> input = lock.entry(NextLock.MANIFEST)
        .filter(entry -> written.get(ContractFiles.ROOT).isPresent())
        .map(entry -> NodeReader.read(
                new Source(ServiceFolder.MANIFEST.value(), entry.content().text()))
            .then(SpecReader::read)
            .then(manifest -> SpecInput.read(
                    written, ContractFiles.ROOT, ContractFiles.ROOT.value(), folder, manifest)
                .input()));
    try {
      return input.flatMap(read -> read.then(i -> Modeled.of(
                  known(i, pack), Evidence.of(i.contract()), pack, Map.of(), KnownNames.of(lock))
              .map(model -> new Former(i, model)))
          .toOptional());
    } catch (RenderException e) {
      return Optional.empty(); // the pack is wrong, which the wanted service will say
    }
  }

  /** Without what was chosen for another pack, with which the service may have been made then. */
  private static SpecInput known(SpecInput input, Pack pack) {
    Map<String, String> options = new LinkedHashMap<>(input.manifest().options());
    options
        .entrySet()
        .removeIf(chosen -> pack.options().stream()
            .noneMatch(option -> option.name().equals(chosen.getKey())
                && Choices.accepts(option, chosen.getValue())));
    return input.with(input.manifest().withOptions(options));
  }
}

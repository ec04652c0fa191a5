package dev.hew.flow;

import dev.hew.disk.Folder;
import dev.hew.lock.Lock;
import dev.hew.pack.Pack;
import dev.hew.render.RenderException;
import dev.hew.report.Checked;
import dev.hew.report.Source;
import dev.hew.spec.SpecReader;
import dev.hew.storage.Table;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.NodeReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the database of a service is like: what hew makes of the contract that it last wrote. */
final class Tables {
  private static final String MIGRATION = "{migration.version}";
  private static final Pattern VERSION = Pattern.compile("V(\\d{1,9})(?:[._]\\d+)*__.*");

  private Tables() {}

  /** The tables of the service that a lock remembers; none when it stored nothing or cannot be made again. */
  static List<Table> of(Lock lock, Pack pack, Path folder) {
    FileTree written = lock.written();
    Checked<SpecInput> input = lock.entry("hew.yaml#")
        .map(entry -> NodeReader.read(new Source("hew.yaml", entry.content().text()))
            .then(SpecReader::read)
            .then(manifest ->
                SpecInput.read(written, ContractFiles.ROOT, folder, manifest).input()))
        .filter(i -> written.get(ContractFiles.ROOT).isPresent())
        .orElse(null);
    if (input == null) {
      return List.of();
    }
    try {
      return input
          .then(i -> Modeled.of(i, pack, Map.of(), lock.names()))
          .toOptional()
          .map(model -> model.storage().tables())
          .orElse(List.of());
    } catch (RenderException e) {
      return List.of(); // the pack is wrong, which the wanted service will say
    }
  }

  /** One more than the highest number of a migration that is there, whoever wrote it. */
  static int nextMigration(Pack pack, Path folder) throws IOException {
    int highest = 0;
    for (RelPath path : pack.files().files().keySet()) {
      if (path.name().contains(MIGRATION)) {
        for (String name : Folder.names(folder.resolve(path.folder()))) {
          Matcher version = VERSION.matcher(name);
          if (version.matches()) {
            highest = Math.max(highest, Integer.parseInt(version.group(1)));
          }
        }
      }
    }
    return highest + 1;
  }
}

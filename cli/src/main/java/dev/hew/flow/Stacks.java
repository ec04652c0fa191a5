package dev.hew.flow;

import dev.hew.disk.BundledPacks;
import dev.hew.pack.Pack;
import dev.hew.pack.PackReader;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import dev.hew.report.Source;
import dev.hew.tree.FileTree;
import dev.hew.yaml.NodeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stacks that services can be made with. */
public final class Stacks {
  private static final String TITLE = "title";

  private Stacks() {}

  public static Checked<List<Pack>> all() {
    List<Checked<Pack>> packs = new ArrayList<>();
    BundledPacks.all().forEach((name, folder) -> packs.add(read(folder, name)));
    return Checked.all(packs);
  }

  /** What each stack makes, by its name, sorted: of a pack, only the head is read. */
  public static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    BundledPacks.manifests().forEach((name, manifest) -> {
      String title =
          NodeReader.texts(new Source(name, manifest.text()), Set.of(TITLE)).get(TITLE);
      titles.put(name, title == null ? named(name).value().title() : title);
    });
    return titles;
  }

  public static Checked<Pack> named(String name) {
    return BundledPacks.folder(name)
        .map(folder -> read(folder, name))
        .orElseGet(() -> Checked.failed(unknown(name)));
  }

  /**
   * Reads a pack, which may extend a stack.
   *
   * @param place what messages call its folder
   */
  static Checked<Pack> read(FileTree folder, String place) {
    return PackReader.read(folder, place, BundledPacks::names, BundledPacks::folder);
  }

  private static Diagnostic unknown(String name) {
    List<String> names = BundledPacks.names();
    if (name.chars().anyMatch(c -> "/\\:@.".indexOf(c) >= 0)) {
      return Diagnostic.error("stack-unknown", "no stack is called `" + name + "`")
          .withHint("a pack from elsewhere stands under `pack` in `hew.yaml`");
    }
    return Diagnostic.error("stack-unknown", "there is no stack `" + name + "`")
        .withHint(Nearest.to(name, names)
            .map(n -> "did you mean `" + n + "`?")
            .orElse("there are: " + String.join(", ", names)));
  }
}

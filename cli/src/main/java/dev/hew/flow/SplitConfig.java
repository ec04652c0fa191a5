package dev.hew.flow;

import dev.hew.disk.Reasons;
import dev.hew.disk.SourceTree;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import dev.hew.split.graph.Constraints;
import dev.hew.tree.Content;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads what people say of a code base, and files that they name.
 *
 * @param digest of the text that says so
 */
record SplitConfig(Constraints constraints, String digest) {
  static final String NAME = "hew-split.yaml";

  /** The constraints beside a code base; none when there is no such file. */
  static Checked<SplitConfig> of(Path top) {
    return text(top, NAME)
        .then(source -> source
            .map(s -> NodeReader.read(s)
                .then(SplitConfig::constraints)
                .map(read -> new SplitConfig(read, Content.of(s.text()).sha256())))
            .orElse(Checked.of(new SplitConfig(Constraints.NONE, ""))));
  }

  private static Checked<Constraints> constraints(Node document) {
    List<Diagnostic> problems = new ArrayList<>();
    Constraints constraints = Constraints.read(document, problems);
    problems.sort(Comparator.comparing(d -> d.position().orElse(document.position())));
    return Checked.of(constraints, problems);
  }

  /** A file's text; empty when there is no such file. */
  static Checked<Optional<Source>> text(Path folder, String name) {
    try {
      return Checked.of(
          Optional.of(SourceTree.read(folder, name, CodeBase.LARGEST).source()));
    } catch (NoSuchFileException e) {
      return Checked.of(Optional.empty());
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.error("split-unreadable", "`" + name + "` cannot be read: " + Reasons.of(e))
              .withHint("it has to be a file of at most 16 MiB that you may read, and no link"));
    }
  }

  /** A YAML or JSON file that has to be there. */
  static Checked<Node> document(Path folder, String name) {
    return text(folder, name)
        .then(source -> source
            .map(NodeReader::read)
            .orElseGet(() ->
                Checked.failed(Diagnostic.error("split-unreadable", "there is no `" + name + "`")
                    .withHint("the path counts from where hew is started"))));
  }
}

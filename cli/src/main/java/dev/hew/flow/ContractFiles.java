package dev.hew.flow;

import dev.hew.contract.Contract;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.List;
import java.util.TreeMap;

/** Where a contract's own files stand in a service: under {@code api/}, laid out as they were. */
final class ContractFiles {
  private static final RelPath ROOT = RelPath.of("api/openapi.yaml");

  private ContractFiles() {}

  static Checked<FileTree> of(Contract contract) {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    List<Source> sources = contract.sources();
    files.put(ROOT, content(sources.get(0)));
    for (Source sibling : sources.subList(1, sources.size())) {
      try {
        RelPath path = ROOT.resolve(sibling.name());
        if (files.putIfAbsent(path, content(sibling)) != null) {
          return Checked.failed(Diagnostic.error(
              "contract-file-taken",
              "`" + sibling.name() + "` would be written over another file of the contract"));
        }
      } catch (IllegalArgumentException outside) {
        return Checked.failed(
            Diagnostic.error(
                    "contract-too-high",
                    "`" + sibling.name()
                        + "` lies too far above the contract's root document to keep its place in the service")
                .withHint(
                    "a service keeps the root document in `api/`, so references may go up one folder at most"));
      }
    }
    return Checked.of(new FileTree(files));
  }

  private static Content content(Source source) {
    String text = source.text().startsWith("\uFEFF") ? source.text().substring(1) : source.text();
    return Content.of(text.replace("\r\n", "\n").replace('\r', '\n'));
  }
}

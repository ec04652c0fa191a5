package dev.hew.flow;

import dev.hew.contract.Contract;
import dev.hew.model.Text;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a contract's own files stand in a service: under {@code api/}, laid out as they were. */
final class ContractFiles {
  static final RelPath ROOT = RelPath.of("api/openapi.yaml");

  private ContractFiles() {}

  static Checked<FileTree> of(Contract contract) {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    List<Contract.Text> sources = contract.sources();
    Source root = sources.get(0).source();
    String rootName = root.name().replaceAll("^.*[/\\\\:]", "");
    files.put(ROOT, content(root, ROOT, rootName));
    for (Contract.Text sibling : sources.subList(1, sources.size())) {
      String name = sibling.document();
      try {
        RelPath path = ROOT.resolve(name);
        if (path.value().matches("(.*/)?\\..*")) {
          problems.add(Diagnostic.error(
                  "contract-file-hidden",
                  "`" + name + "` would be a hidden file of the service, which tools may act upon")
              .withHint("rename it, and the references to it"));
        } else if (files.putIfAbsent(path, content(sibling.source(), path, rootName)) != null) {
          problems.add(taken(name));
        }
      } catch (IllegalArgumentException outside) {
        problems.add(
            Diagnostic.error(
                    "contract-too-high",
                    "`" + name
                        + "` lies too far above the contract's root document to keep its place in the service")
                .withHint(
                    "a service keeps the root document in `api/`, so references may go up one folder at most"));
      }
    }
    return Checked.of(new FileTree(files), problems);
  }

  /** The paths of a contract's files that lie beside the root document's folder, not in it. */
  static List<Text> beside(FileTree files) {
    return files.files().keySet().stream()
        .map(RelPath::value)
        .filter(path -> !path.startsWith(ROOT.folder() + "/"))
        .map(Text::of)
        .toList();
  }

  /** The problem that a file of the contract stands where another file of the service does. */
  static Diagnostic taken(String name) {
    return Diagnostic.error(
            "contract-file-taken",
            "`" + name + "` would be written over another file of the service")
        .withHint("rename it, and the references to it");
  }

  private static Content content(Source source, RelPath path, String rootName) {
    String text = source.text().startsWith("\uFEFF") ? source.text().substring(1) : source.text();
    return Content.of(renamed(text.replace("\r\n", "\n").replace('\r', '\n'), path, rootName));
  }

  /** The root document has a name of its own in a service, and so have the references to it. */
  private static String renamed(String text, RelPath path, String rootName) {
    String escaped = escaped(rootName);
    boolean named = text.contains(rootName) || text.contains(escaped);
    if (rootName.equals(ROOT.name()) || !named) {
      return text;
    }
    Pattern reference = Pattern.compile("(\\$ref[\"']?\\s*:\\s*[\"']?)([^\"'#\\s]*?)(?:"
        + Pattern.quote(rootName) + "|" + Pattern.quote(escaped) + ")(?=[#\"'\\s,}])");
    Matcher matcher = reference.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      boolean toRoot = leadsTo(path, matcher.group(2) + ROOT.name());
      matcher.appendReplacement(
          out,
          Matcher.quoteReplacement(
              toRoot ? matcher.group(1) + matcher.group(2) + ROOT.name() : matcher.group()));
    }
    return matcher.appendTail(out).toString();
  }

  /** As it stands in a reference, which is a URI. */
  private static String escaped(String name) {
    try {
      return new URI(null, null, "./" + name, null).getRawPath().substring(2);
    } catch (URISyntaxException none) {
      return name;
    }
  }

  private static boolean leadsTo(RelPath from, String reference) {
    try {
      return from.resolve(reference).equals(ROOT);
    } catch (IllegalArgumentException outside) {
      return false;
    }
  }
}

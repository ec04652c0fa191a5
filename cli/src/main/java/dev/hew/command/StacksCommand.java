package dev.hew.command;

import dev.hew.flow.Packs;
import dev.hew.flow.Stacks;
import dev.hew.pack.Layer;
import dev.hew.pack.Option;
import dev.hew.pack.Pack;
import dev.hew.report.Checked;
import dev.hew.report.JsonReport;
import dev.hew.report.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code hew stacks}: what services can be made with. */
final class StacksCommand extends Shared implements Callable<Integer> {
  private final Argument<String> stack = arguments()
      .optionalPosition(
          String.class,
          "ID",
          "a stack, or a pack from elsewhere: a folder such as ./acme, or URL@REVISION[:FOLDER] of a git repository");

  StacksCommand() {
    super("stacks", "Lists the stacks, or the options of one.", "hew stacks spring-boot");
  }

  @Override
  public Integer call() {
    String id = stack.or(null);
    if (id == null && !json()) {
      Stacks.titles().forEach((name, title) -> line("%-14s %s", name, title));
      return Exit.DONE;
    }
    Checked<List<Pack>> packs =
        id == null ? Stacks.all() : Packs.named(id, folder(), packs(true)).map(List::of);
    if (!packs.ok()) {
      report(packs.diagnostics(), List.of());
      return Exit.of(packs.diagnostics(), Set.of("stack-unknown"));
    }
    if (json()) {
      Map<String, Object> result =
          Map.of("stacks", packs.value().stream().map(StacksCommand::data).toList());
      console().out().println(JsonReport.of(packs.diagnostics(), result));
    } else {
      show(packs.value().get(0));
    }
    return Exit.DONE;
  }

  private void show(Pack pack) {
    line("%s: %s", pack.name(), pack.title());
    if (!below(pack).isEmpty()) {
      line("extends %s", String.join(", ", below(pack)));
    }
    console().out().println();
    for (Option option : offered(pack)) {
      String allowed =
          option.allowed().isEmpty() ? option.type() : String.join("|", option.allowed());
      line("  %-10s %-14s default: %s", option.name(), allowed, option.readableDefault());
      line("  %-10s %s", "", option.help());
    }
  }

  /** A line of what a pack says, which is not to steer the terminal. */
  private void line(String format, Object... words) {
    console().out().println(SafeText.of(String.format(Locale.ROOT, format, words)));
  }

  /** The packs that it extends. */
  private static List<String> below(Pack pack) {
    return pack.provenance().layers().stream().skip(1).map(Layer::name).toList();
  }

  private static List<Option> offered(Pack pack) {
    return pack.options().stream().filter(option -> !option.fixed()).toList();
  }

  private static Map<String, Object> data(Pack pack) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", pack.name());
    data.put("title", pack.title());
    if (!below(pack).isEmpty()) {
      data.put("extends", below(pack));
    }
    data.put("options", offered(pack).stream().map(StacksCommand::data).toList());
    return data;
  }

  private static Map<String, Object> data(Option option) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", option.name());
    data.put("type", option.type());
    data.put("default", option.readableDefault());
    data.put("allowed", option.allowed());
    data.put("help", option.help());
    return data;
  }
}

package dev.hew.command;

import dev.hew.flow.Stacks;
import dev.hew.pack.Option;
import dev.hew.pack.Pack;
import dev.hew.report.Checked;
import dev.hew.report.JsonReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hew stacks}: what services can be made with. */
@Command(
    name = "stacks",
    description = "Lists the stacks, or the options of one.",
    footer = {"", "Example:", "  hew stacks spring-boot"})
final class StacksCommand extends Shared implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "ID", arity = "0..1", description = "a stack")
  private String id;

  @Override
  public Integer call() {
    Checked<List<Pack>> packs = id == null ? Stacks.all() : Stacks.named(id).map(List::of);
    if (!packs.ok()) {
      report(packs.diagnostics(), List.of());
      return id == null ? Exit.SPEC : Exit.USAGE;
    }
    if (json()) {
      Map<String, Object> result =
          Map.of("stacks", packs.value().stream().map(StacksCommand::data).toList());
      console().out().println(JsonReport.of(packs.diagnostics(), result));
    } else if (id == null) {
      packs
          .value()
          .forEach(pack -> console().out().printf("%-14s %s%n", pack.name(), pack.title()));
    } else {
      show(packs.value().get(0));
    }
    return Exit.DONE;
  }

  private void show(Pack pack) {
    console().out().println(pack.name() + ": " + pack.title());
    console().out().println();
    for (Option option : pack.options()) {
      String allowed =
          option.allowed().isEmpty() ? option.type() : String.join("|", option.allowed());
      console()
          .out()
          .printf("  %-10s %-14s default: %s%n", option.name(), allowed, option.readableDefault());
      console().out().printf("  %-10s %s%n", "", option.help());
    }
  }

  private static Map<String, Object> data(Pack pack) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", pack.name());
    data.put("title", pack.title());
    data.put("options", pack.options().stream().map(StacksCommand::data).toList());
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

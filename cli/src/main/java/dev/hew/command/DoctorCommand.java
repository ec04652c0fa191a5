package dev.hew.command;

import dev.hew.flow.Doctor;
import dev.hew.flow.Stacks;
import dev.hew.report.JsonReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code hew doctor}: whether this machine has what hew and its services need. */
final class DoctorCommand extends Shared implements Callable<Integer> {

  DoctorCommand() {
    super("doctor", "Says whether this machine has what hew and its services need.", "hew doctor");
  }

  @Override
  public Integer call() {
    List<Doctor.Finding> findings = Doctor.examine(
        Stacks.all().value(), System.getenv("PATH"), Runtime.version().feature());
    boolean well = findings.stream().noneMatch(f -> f.needed() && !f.found());
    if (json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("hew", Version.text());
      result.put("findings", findings.stream().map(DoctorCommand::data).toList());
      console().out().println(JsonReport.of(List.of(), result));
    } else {
      say("hew " + Version.text());
      for (Doctor.Finding finding : findings) {
        say("  " + (finding.found() ? "ok     " : finding.needed() ? "MISSING" : "absent ") + "  "
            + finding.name() + ": " + finding.detail());
      }
    }
    return well ? Exit.DONE : Exit.MACHINE;
  }

  private static Map<String, Object> data(Doctor.Finding finding) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", finding.name());
    data.put("found", finding.found());
    data.put("needed", finding.needed());
    data.put("detail", finding.detail());
    return data;
  }
}

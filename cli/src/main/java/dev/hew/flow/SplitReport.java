package dev.hew.flow;

import dev.hew.disk.Reasons;
import dev.hew.disk.TextFile;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.split.cut.Cut;
import dev.hew.split.page.ReportPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a map as a page. */
public final class SplitReport {
  private SplitReport() {}

  /**
   * @param file what to write; replaced when it is there
   * @param top the code base's folder, whose name is the page's title
   */
  public static Checked<Path> write(Path file, Path top, SplitMap map) {
    List<Cut> cuts = new ArrayList<>(map.cuts());
    cuts.addAll(map.inner());
    Path name = top.toAbsolutePath().normalize().getFileName();
    String page = ReportPage.of(
        name == null ? "code base" : name.toString(),
        map.counts().words(),
        map.facts(),
        map.partition(),
        cuts);
    try {
      TextFile.write(file, page);
      return Checked.of(file);
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.error("split-unwritable", "the report cannot be written: " + Reasons.of(e))
              .withHint("write to a folder that is there and that you may write"));
    }
  }
}

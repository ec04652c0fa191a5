package dev.hew.split.page;

import dev.hew.report.JsonReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Data as the page carries it: JSON, deflated, in letters that end no element. */
final class Packed {
  private Packed() {}

  static String of(Map<String, Object> data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (Writer out = new OutputStreamWriter(
        new DeflaterOutputStream(Base64.getEncoder().wrap(bytes), deflater, 1 << 16),
        StandardCharsets.UTF_8)) {
      JsonReport.writeCompact(data, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}

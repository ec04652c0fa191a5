package dev.hew.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Checked;
import dev.hew.report.Source;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecFilesTest {
  @TempDir
  Path folder;

  /** A pipe, which Java cannot make, is refused for the same reason: it is not read at all. */
  @Test
  void whatIsNoRegularFileIsNotRead() throws IOException {
    Path socket = folder.resolve("it");
    try (ServerSocketChannel open = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      open.bind(UnixDomainSocketAddress.of(socket));
      Checked<Source> read = SpecFiles.sibling(folder.resolve("api.yaml"), folder, "it", "sub/it");
      assertEquals("`sub/it` is no regular file", read.diagnostics().get(0).message());
    }
  }
}

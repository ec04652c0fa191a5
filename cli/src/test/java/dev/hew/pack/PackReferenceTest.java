package dev.hew.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.RelPath;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written under {@code pack} means one thing, is written back as it was, and is never a secret. */
class PackReferenceTest {
  private static final Set<String> FOLDERS = Set.of("acme", "packs", "packs@home", "../a@b.git@c");

  private static Checked<PackReference> of(String text) {
    return PackReference.of(text, FOLDERS::contains);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/x.git@v1, https://example.org/x.git, v1, ",
    "https://example.org/x@v1, https://example.org/x, v1, ",
    "https://example.org/x.git@acme@1.0, https://example.org/x.git, acme@1.0, ",
    "https://example.org/@team/x@v1, https://example.org/@team/x, v1, ",
    "https://example.org/x.git@feature/a:some/where, https://example.org/x.git, feature/a, some/where",
    "https://example.org:8443/x.git@v1, https://example.org:8443/x.git, v1, ",
    "file:///srv/x.git@v1:a, file:///srv/x.git, v1, a",
    "../x.git@v1, ../x.git, v1, ",
    "/srv/x.git@refs/tags/v1, /srv/x.git, refs/tags/v1, ",
    "packs@v1, packs, v1, ",
    "packs.git@v1:acme, packs.git, v1, acme",
    "packs@v1:acme, packs, v1, acme",
    "./others@v1:acme, ./others, v1, acme",
    "C:/packs.git@v1, C:/packs.git, v1, ",
  })
  void revisionsOfRepositories(String text, String url, String revision, String folder) {
    assertEquals(
        new PackReference.InGit(url, revision, Optional.ofNullable(folder).map(RelPath::of)),
        of(text).value());
    assertEquals(text, of(text).value().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"acme", "../packs/acme", "/srv/packs/acme", "packs@home", "../a@b.git@c", "@acme"})
  void folders(String text) {
    assertEquals(new PackReference.InFolder(text), of(text).value());
    assertEquals(text, of(text).value().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:geheim@example.org/x.git@v1",
        "https://geheim@example.org/x.git@v1",
        "http://geheim@example.org/x.git@v1",
        "https://user:geheim@example.org",
        "https://example.org@geheim",
        "https://example.org/x.git?access_token=geheim@v1",
        "https://example.org/x.git@v1?access_token=geheim",
        "https://example.org/x.git#geheim@v1",
        "git://geheim@example.org/x.git@v1",
      })
  void secretsAreRefusedAndNotRepeated(String text) {
    Checked<PackReference> reference = of(text);
    assertFalse(reference.ok());
    for (Diagnostic diagnostic : reference.diagnostics()) {
      assertFalse(diagnostic.toString().contains("geheim"), diagnostic.toString());
      assertTrue(diagnostic.position().isEmpty(), "or the line would be shown");
      assertTrue(diagnostic.hint().isPresent());
    }
  }

  @Test
  void onlyPathsMove() {
    assertEquals("up/acme", of("acme").value().moved(path -> "up/" + path).text());
    assertEquals(
        "up/x.git@v1:a", of("x.git@v1:a").value().moved(path -> "up/" + path).text());
    for (String address : new String[] {"https://example.org/x.git@v1:a", "file:///srv/x.git@v1"}) {
      assertEquals(address, of(address).value().moved(path -> "up/" + path).text());
    }
  }
}

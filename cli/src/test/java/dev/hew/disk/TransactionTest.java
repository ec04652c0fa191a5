package dev.hew.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionTest {
  private static final Content OLD = Content.of("old\n");
  private static final Content NEW = Content.of("new\n");
  private static final List<Transaction.Step> STEPS = List.of(
      new Transaction.Step(RelPath.of("a/changed.txt"), Optional.of(OLD), Optional.of(NEW)),
      new Transaction.Step(RelPath.of("b/deleted.txt"), Optional.of(OLD), Optional.empty()),
      new Transaction.Step(
          RelPath.of("c/d/made.sh"), Optional.empty(), Optional.of(NEW.executable(true))));

  @TempDir
  Path folder;

  @BeforeEach
  void before() throws IOException {
    write("a/changed.txt", "old\n");
    write("b/deleted.txt", "old\n");
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  private void isAfter() throws IOException {
    assertEquals("new\n", Files.readString(folder.resolve("a/changed.txt")));
    assertFalse(Files.exists(folder.resolve("b")), "a folder that nothing is left in goes");
    assertTrue(Files.isExecutable(folder.resolve("c/d/made.sh")));
    assertFalse(Transaction.isUnfinished(folder));
  }

  private void isBefore() throws IOException {
    assertEquals("old\n", Files.readString(folder.resolve("a/changed.txt")));
    assertEquals("old\n", Files.readString(folder.resolve("b/deleted.txt")));
    assertFalse(Files.exists(folder.resolve("c")));
    assertFalse(Transaction.isUnfinished(folder));
  }

  @Test
  void takesAllStepsAndTakesThemBack() throws Exception {
    try (Transaction transaction = Transaction.begin(folder)) {
      transaction.take(STEPS);
    }
    isAfter();
    try (Transaction transaction = Transaction.begin(folder)) {
      transaction.take(transaction.back());
    }
    isBefore();
    try (Transaction transaction = Transaction.begin(folder)) {
      transaction.take(transaction.back());
    }
    isAfter();
  }

  @Test
  void whatWasOnlyPreparedNeverTookPlace() throws Exception {
    write(".hew/local/run/new/0", "half");
    Transaction.begin(folder).close();
    isBefore();
  }

  @Test
  void whatAKilledProcessLeftGoes() throws Exception {
    write(".hew/local/.hew-new-123/made", "half");
    write(".hew/local/scratch/pom.xml", "a copy");
    Transaction.begin(folder).close();
    isBefore();
    try (var left = Files.list(folder.resolve(".hew/local"))) {
      assertEquals(
          List.of(".gitignore", "busy"),
          left.map(p -> p.getFileName().toString()).sorted().toList());
    }
  }

  /** A process that was killed after some of the steps. */
  private void interrupted(int done) throws IOException {
    Path run = Files.createDirectories(folder.resolve(".hew/local")).resolve("run");
    Journal journal = Journal.write(run, STEPS);
    if (done > 0) {
      journal.put(NEW, folder.resolve("a/changed.txt"));
    }
    if (done > 1) {
      Files.delete(folder.resolve("b/deleted.txt"));
    }
    if (done > 2) {
      Files.createDirectories(folder.resolve("c/d"));
      journal.put(NEW.executable(true), folder.resolve("c/d/made.sh"));
    }
    assertTrue(Transaction.isUnfinished(folder));
  }

  @Test
  void whatWasBegunIsFinished() throws Exception {
    for (int done = 0; done <= STEPS.size(); done++) {
      Folder.delete(folder);
      before();
      interrupted(done);
      write(".hew/local/run/copy", "half of on");
      Transaction.begin(folder).close();
      isAfter();
      try (var left = Files.list(folder.resolve(".hew/local/undo"))) {
        assertEquals(
            List.of("list", "old"),
            left.map(p -> p.getFileName().toString()).sorted().toList());
      }
    }
  }

  @Test
  void whatWasBegunAndBroughtBackByGitIsFinishedWhole() throws Exception {
    for (int done = 1; done <= STEPS.size(); done++) {
      Folder.delete(folder);
      before();
      interrupted(done);
      before(); // `git checkout .` leaves alone what it does not know
      Transaction.begin(folder).close();
      isAfter();
    }
  }

  @Test
  void whatCannotBeFinishedWholeIsNotFinishedInPart() throws Exception {
    interrupted(0);
    Files.delete(folder.resolve(".hew/local/run/new/0"));
    Transaction.Hindered hindered =
        assertThrows(Transaction.Hindered.class, () -> Transaction.begin(folder));
    assertEquals(List.of(RelPath.of("a/changed.txt")), hindered.paths());
    assertTrue(Files.exists(folder.resolve("b/deleted.txt")));
    assertFalse(Files.exists(folder.resolve("c")));
  }

  @Test
  void aFileThatOnlyBecomesExecutableDoes() throws Exception {
    try (Transaction transaction = Transaction.begin(folder)) {
      transaction.take(List.of(new Transaction.Step(
          RelPath.of("a/changed.txt"), Optional.of(OLD), Optional.of(OLD.executable(true)))));
    }
    assertTrue(Files.isExecutable(folder.resolve("a/changed.txt")));
  }

  @Test
  void anEditAfterTheInterruptionIsNotOverwritten() throws Exception {
    Path run = Files.createDirectories(folder.resolve(".hew/local")).resolve("run");
    Journal.write(run, STEPS);
    write("a/changed.txt", "mine\n");
    Transaction.Hindered hindered =
        assertThrows(Transaction.Hindered.class, () -> Transaction.begin(folder));
    assertEquals(List.of(RelPath.of("a/changed.txt")), hindered.paths());
    assertEquals("mine\n", Files.readString(folder.resolve("a/changed.txt")));
    assertTrue(Files.exists(folder.resolve("b/deleted.txt")), "nothing else is done either");
  }

  @Test
  void anEditWhileHewIsAtWorkIsNotOverwritten() throws Exception {
    write("a/changed.txt", "mine\n");
    try (Transaction transaction = Transaction.begin(folder)) {
      assertThrows(Transaction.Hindered.class, () -> transaction.take(STEPS));
    }
    assertEquals("mine\n", Files.readString(folder.resolve("a/changed.txt")));
    assertTrue(Files.exists(folder.resolve("b/deleted.txt")));
  }

  @Test
  void anEditAfterwardsIsNotTakenBack() throws Exception {
    try (Transaction transaction = Transaction.begin(folder)) {
      transaction.take(STEPS);
    }
    write("a/changed.txt", "mine\n");
    try (Transaction transaction = Transaction.begin(folder)) {
      assertThrows(Transaction.Hindered.class, transaction::back);
    }
  }

  @Test
  void onlyOneAtATime() throws Exception {
    try (Transaction first = Transaction.begin(folder)) {
      Transaction.Hindered hindered =
          assertThrows(Transaction.Hindered.class, () -> Transaction.begin(folder));
      assertEquals(List.of(), hindered.paths());
      first.take(STEPS);
    }
    isAfter();
  }

  @Test
  void aPlantedJournalLeadsNowhereElse() throws Exception {
    for (String path : List.of("../out.txt", "/out.txt", ".git/hooks/pre-commit", "")) {
      write(".hew/local/run/list", "hew transaction 1\n- " + NEW.sha256() + " " + path + "\n");
      write(".hew/local/run/new/0", "new\n");
      assertThrows(IOException.class, () -> Transaction.begin(folder), path);
    }
    assertFalse(Files.exists(folder.resolve("../out.txt")));
    assertFalse(Files.exists(folder.resolve(".git")));
  }

  @Test
  void noLinkIsWrittenThrough() throws Exception {
    Path elsewhere = Files.createTempDirectory("hew-elsewhere-");
    Files.createSymbolicLink(folder.resolve("c"), elsewhere);
    try (Transaction transaction = Transaction.begin(folder)) {
      assertThrows(IOException.class, () -> transaction.take(STEPS));
    }
    Folder.delete(folder.resolve(".hew"));
    Files.createSymbolicLink(folder.resolve(".hew"), elsewhere);
    assertThrows(IOException.class, () -> Transaction.begin(folder));
    try (var inside = Files.list(elsewhere)) {
      assertEquals(0, inside.count());
    }
    Files.delete(elsewhere);
  }

  @Test
  void nothingIsTakenBackThroughALink(@TempDir Path elsewhere) throws Exception {
    Path secret = Files.writeString(elsewhere.resolve("secret"), "old\n");
    try (Transaction transaction = Transaction.begin(folder)) {
      transaction.take(STEPS);
    }
    for (String planted : List.of("old/0", "list")) {
      Path file = folder.resolve(".hew/local/undo").resolve(planted);
      byte[] bytes = Files.readAllBytes(file);
      Files.write(secret, bytes);
      Files.delete(file);
      Files.createSymbolicLink(file, secret);
      try (Transaction transaction = Transaction.begin(folder)) {
        assertThrows(Transaction.Foreign.class, transaction::back, planted);
      }
      Files.delete(file);
      Files.write(file, bytes);
    }
    isAfter();
  }

  @Test
  void whatWasBegunIsNotFinishedThroughALink(@TempDir Path elsewhere) throws Exception {
    Path secret = Files.writeString(elsewhere.resolve("secret"), "new\n");
    var closed = PosixFilePermissions.fromString("r--------");
    Files.setPosixFilePermissions(secret, closed);
    Path run = Files.createDirectories(folder.resolve(".hew/local")).resolve("run");
    Journal.write(run, STEPS);
    Files.delete(run.resolve("new/2"));
    Files.createSymbolicLink(run.resolve("new/2"), secret);
    assertThrows(Transaction.Foreign.class, () -> Transaction.begin(folder));
    assertEquals("old\n", Files.readString(folder.resolve("a/changed.txt")), "not even in part");
    assertEquals(closed, Files.getPosixFilePermissions(secret));
    Folder.delete(run.resolve("new"));
    Files.createSymbolicLink(run.resolve("new"), elsewhere);
    assertThrows(Transaction.Foreign.class, () -> Transaction.begin(folder));
  }

  @Test
  void whatSomebodyElseWroteIsNotTakenForWhatWasThere() throws Exception {
    try (Transaction transaction = Transaction.begin(folder)) {
      transaction.take(STEPS);
    }
    write(".hew/local/undo/old/0", "another\n");
    try (Transaction transaction = Transaction.begin(folder)) {
      assertThrows(Transaction.Foreign.class, transaction::back);
    }
    Files.delete(folder.resolve(".hew/local/undo/old/0"));
    try (Transaction transaction = Transaction.begin(folder)) {
      assertThrows(Transaction.Foreign.class, transaction::back);
    }
  }
}

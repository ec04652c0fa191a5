package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.command.Console;
import dev.hew.disk.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs in real git repositories: fetched once, pinned, read from what is kept; and none of them is trusted. */
class PackRepositoriesTest {
  private static final Pattern COMMIT = Pattern.compile("commit: \"([0-9a-f]{40})\"");
  private static final String OPENAPI = "openapi: 3.0.3\n"
      + "info: {title: Tiny API, version: 1.0.0}\n"
      + "paths:\n"
      + "  /things:\n"
      + "    get:\n"
      + "      responses:\n"
      + "        '200': {description: All things.}\n";
  private static final PersonIdent SOMEBODY = new PersonIdent("Somebody", "somebody@example.org");

  @TempDir
  private Path folder;

  private Path origin;

  /** What a command line came to. */
  private record Run(int code, String out, String err) {}

  @BeforeEach
  void packs() throws Exception {
    origin = folder.resolve("packs.git");
    Files.writeString(folder.resolve("openapi.yaml"), OPENAPI);
    // no two tests share a commit, and so none shares what is kept
    commit(Map.of(
        "pack.yaml", manifest("1"), "files/Makefile", "# " + folder + "\nall:\n\tmvn verify\n"));
  }

  @Test
  void branchIsPinnedAndThenNeedsNoRepository() throws Exception {
    String commit = head();
    assertEquals(0, made("packs.git@main").code());
    assertEquals(commit, pinned());
    assertTrue(
        read("service/hew.yaml").contains("pack: \"../packs.git@main\"\n"),
        "named from the service");

    Files.move(origin, folder.resolve("away.git"));
    assertEquals(0, hew("update service --check").code());
    assertEquals(0, hew("update service").code());
    Run why = hew("why service/Makefile");
    assertTrue(why.out().contains("layer     acme@1\n"), why::out);
    assertTrue(
        why.out()
            .contains("acme@1 over spring-boot@1 from ../packs.git@main (commit " + commit + ")"),
        why::out);
  }

  @Test
  void branchThatMovedIsFollowedWhenAskedFor() throws Exception {
    String first = head();
    made("packs.git@main");
    Files.writeString(
        folder.resolve("service/Makefile"),
        read("service/Makefile").replace("all:", "MINE := 1\n\nall:"));
    commit(Map.of(
        "pack.yaml",
        manifest("2"),
        "files/Makefile",
        "# " + folder + "\nall:\n\tmvn verify\n\nclean:\n\tmvn clean\n"));

    assertEquals(0, hew("update service").code());
    assertEquals(first, pinned(), "an update stays with the commit");
    Run check = hew("update service --check --pack packs.git@main");
    assertEquals(4, check.code(), "and a check does not look up a branch");
    assertTrue(check.err().contains("pack-not-kept"), check::err);
    Run update = hew("update service --pack packs.git@main");
    assertEquals(0, update.code(), update::err);
    assertTrue(update.out().contains("merge     service/Makefile"), update::out);
    assertNotEquals(first, pinned());
    assertEquals(head(), pinned());
    assertTrue(read("service/Makefile").contains("MINE := 1"));
    assertTrue(read("service/Makefile").contains("clean:"));
    assertEquals(0, hew("update service --check").code());
  }

  @Test
  void otherRevisionInTheManifestIsToldByCheck() throws Exception {
    made("packs.git@main");
    Files.writeString(
        folder.resolve("service/hew.yaml"), read("service/hew.yaml").replace("@main", "@next"));
    Run check = hew("update service --check --format json");
    assertEquals(1, check.code(), check::err);
    assertTrue(check.out().contains("\"reason\": \"the stack has changed\""), check::out);
    assertTrue(hew("update service --check").err().contains("error[pack-changed]"));
    Run update = hew("update service");
    assertEquals(3, update.code(), "there is no such branch");
    assertTrue(update.err().contains("error[pack-revision]"), update::err);
    Files.writeString(
        folder.resolve("service/hew.yaml"),
        read("service/hew.yaml").replace("@next", "@" + head()));
    assertEquals(0, hew("update service").code());
    assertEquals(head(), pinned());
  }

  @Test
  void commitThatIsNoTipAnyMoreIsFetchedAgain() throws Exception {
    String first = head();
    made("packs.git@main");
    commit(Map.of("pack.yaml", manifest("2")));
    Folder.delete(kept(first));

    for (String offline :
        new String[] {"update service --check", "status service", "why service/pom.xml"}) {
      Run run = hew(offline);
      assertFalse(Files.exists(kept(first)), offline + " fetches nothing");
      assertEquals(offline.startsWith("update") ? 4 : 0, run.code(), run::err);
    }
    Run check = hew("update service --check");
    assertTrue(
        check.err().contains("`packs.git@main`, commit " + first + ", is not in"), check::err);
    assertTrue(
        check.err().contains("hint: `hew stacks packs.git@" + first + "` fetches it"), check::err);
    assertTrue(hew("status service").out().contains("behind    no update: "), check::err);

    assertEquals(0, hew("stacks packs.git@" + first).code());
    assertTrue(Files.exists(kept(first)));
    assertEquals(0, hew("update service --check").code());
    Folder.delete(kept(first));
    Run again = hew("update service");
    assertEquals(0, again.code(), again::err);
    assertTrue(Files.exists(kept(first)));
    assertEquals(first, pinned());
  }

  @Test
  void tagsCommitsFoldersAndAddresses() throws Exception {
    commit(Map.of("some/where/pack.yaml", manifest("3")));
    String commit = head();
    try (Git git = Git.open(origin.toFile())) {
      git.tag()
          .setName("v3")
          .setAnnotated(true)
          .setMessage("three")
          .setTagger(SOMEBODY)
          .call();
    }
    for (String reference : new String[] {
      "packs.git@v3:some/where",
      "packs.git@" + commit + ":some/where",
      "packs.git@refs/tags/v3:some/where",
      origin.toUri().toString().replaceFirst("/$", "") + "@main:some/where",
      origin + "@v3:some/where"
    }) {
      Run made = made(reference);
      assertEquals(0, made.code(), () -> reference + "\n" + made.err());
      assertEquals(commit, pinned(), reference);
      Run stacks = hew("stacks " + reference);
      assertTrue(stacks.out().startsWith("acme: "), () -> reference + "\n" + stacks.err());
      Folder.delete(folder.resolve("service"));
      Folder.delete(kept(commit));
    }
  }

  @Test
  void whatIsNotThereIsToldApart() throws Exception {
    refused(3, "pack-revision", "packs.git@nowhere");
    refused(3, "pack-revision", "packs.git@" + "1".repeat(40));
    refused(3, "pack-not-found", "packs.git@main:nowhere");
    refused(3, "pack-no-manifest", "packs.git@main:files");
    refused(4, "pack-unreachable", "nothing.git@main");
    Files.writeString(folder.resolve("broken.git"), "no repository");
    refused(4, "pack-unreachable", "broken.git@main");
  }

  @Test
  void whatIsKeptIsProven() throws Exception {
    made("packs.git@main");
    String commit = head();
    try (Stream<Path> files = Files.walk(kept(commit).resolve("objects/pack"))) {
      for (Path pack : files.filter(f -> f.toString().endsWith(".pack")).toList()) {
        byte[] bytes = Files.readAllBytes(pack);
        pack.toFile().setWritable(true);
        Files.write(pack, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      }
    }
    Run check = hew("update service --check");
    assertEquals(4, check.code(), check::err);
    assertTrue(check.err().contains("pack-kept-broken"), check::err);
    assertEquals(0, hew("update service").code(), "it is fetched again");
    assertEquals(0, hew("update service --check").code());

    // another file under the right name
    Folder.delete(kept(commit));
    copyLoosely(kept(commit));
    assertEquals(0, hew("update service --check").code(), "the copy is as good");
    try (Stream<Path> loose = Files.walk(kept(commit).resolve("objects"))) {
      for (Path object : loose.filter(Files::isRegularFile).toList()) {
        byte[] head;
        try (var in = new InflaterInputStream(Files.newInputStream(object))) {
          head = in.readNBytes(4);
        }
        if (new String(head, StandardCharsets.UTF_8).equals("blob")) {
          assertTrue(object.toFile().setWritable(true));
          try (var out = new DeflaterOutputStream(Files.newOutputStream(object))) {
            out.write("blob 4\0evil".getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
    check = hew("update service --check");
    assertEquals(4, check.code(), check::err);
    assertTrue(check.err().contains("pack-kept-broken"), check::err);
    assertTrue(check.err().contains("hint: delete that folder"), check::err);
  }

  /** Copies the repository with each object in a file of its own. */
  private void copyLoosely(Path target) throws Exception {
    try (Git copy = Git.init().setBare(true).setDirectory(target.toFile()).call();
        Git git = Git.open(origin.toFile());
        ObjectWalk walk = new ObjectWalk(git.getRepository());
        ObjectInserter objects = copy.getRepository().newObjectInserter()) {
      walk.markStart(walk.parseCommit(ObjectId.fromString(head())));
      for (RevObject next = walk.next(); next != null; next = walk.next()) {
        copy(walk, next, objects);
      }
      for (RevObject next = walk.nextObject(); next != null; next = walk.nextObject()) {
        copy(walk, next, objects);
      }
      objects.flush();
    }
  }

  private static void copy(ObjectWalk walk, RevObject object, ObjectInserter objects)
      throws IOException {
    ObjectLoader loader = walk.getObjectReader().open(object);
    objects.insert(loader.getType(), loader.getBytes());
  }

  @Test
  void hostileTreesAreRefused() throws Exception {
    refused(3, "pack-entry", entry("files/link", FileMode.SYMLINK, "/etc/passwd"));
    refused(3, "pack-entry", entry("files", FileMode.SYMLINK, "/etc"));
    refused(3, "pack-entry", entry("lib", FileMode.GITLINK, ""));
    refused(3, "pack-entry", entry("files/a\\..\\b", FileMode.REGULAR_FILE, "x"));
    byte[] noise = new byte[5 << 20];
    new Random(1).nextBytes(noise);
    refused(
        3,
        "pack-too-large",
        entry(
            "files/giant", FileMode.REGULAR_FILE, new String(noise, StandardCharsets.ISO_8859_1)));
    refused(3, "pack-too-large", bomb());
    refused(3, "pack-entry", wide());
    refused(3, "pack-entry", named(".."));
    refused(3, "pack-entry", named(".git"));
  }

  @Test
  void lockIsNotTrusted() throws Exception {
    made("packs.git@main");
    String lock = read("service/.hew/lock.yaml");
    for (String evil :
        new String[] {"../../../../evil", "0".repeat(39), head().toUpperCase(java.util.Locale.ROOT)
        }) {
      Files.writeString(folder.resolve("service/.hew/lock.yaml"), lock.replace(head(), evil));
      for (String command :
          new String[] {"update service", "update service --check", "why service/pom.xml"}) {
        Run run = hew(command);
        assertEquals(3, run.code(), run::err);
        assertTrue(run.err().contains("lock-entry"), run::err);
      }
    }
    Files.writeString(
        folder.resolve("service/.hew/lock.yaml"), lock.replace(head(), "1".repeat(40)));
    Run run = hew("update service");
    assertEquals(3, run.code(), run::err);
    assertTrue(run.err().contains("pack-revision"), run::err);
  }

  private void refused(int code, String diagnostic, String reference) throws Exception {
    Run run = made(reference);
    assertEquals(code, run.code(), () -> reference + ": " + run.out() + run.err());
    assertTrue(run.err().contains("error[" + diagnostic + "]"), () -> reference + ": " + run.err());
    assertTrue(run.err().contains("hint: "), run::err);
    assertFalse(Files.exists(folder.resolve("service")), "nothing is written");
  }

  /** A branch with one more entry in the pack's tree. */
  private String entry(String path, FileMode mode, String content) throws Exception {
    try (Git git = Git.open(origin.toFile());
        ObjectInserter objects = git.getRepository().newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      builder.add(item("pack.yaml", FileMode.REGULAR_FILE, blob(objects, manifest("4"))));
      ObjectId id = mode == FileMode.GITLINK
          ? ObjectId.fromString(head())
          : objects.insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.ISO_8859_1));
      builder.add(item(path, mode, id));
      builder.finish();
      return branch(git, objects, index.writeTree(objects));
    }
  }

  /** Folders in folders, few objects and many paths. */
  private String bomb() throws Exception {
    try (Git git = Git.open(origin.toFile());
        ObjectInserter objects = git.getRepository().newObjectInserter()) {
      ObjectId inner = blob(objects, "x");
      FileMode mode = FileMode.REGULAR_FILE;
      for (int depth = 0; depth < 8; depth++) {
        TreeFormatter tree = new TreeFormatter();
        for (int i = 0; i < 10; i++) {
          tree.append("a" + i, mode, inner);
        }
        inner = objects.insert(tree);
        mode = FileMode.TREE;
      }
      TreeFormatter top = new TreeFormatter();
      top.append("files", mode, inner);
      top.append("pack.yaml", FileMode.REGULAR_FILE, blob(objects, manifest("5")));
      return branch(git, objects, objects.insert(top));
    }
  }

  /** A folder with more files than any. */
  private String wide() throws Exception {
    try (Git git = Git.open(origin.toFile());
        ObjectInserter objects = git.getRepository().newObjectInserter()) {
      TreeFormatter top = new TreeFormatter();
      ObjectId x = blob(objects, "x");
      for (int i = 10_000; i < 50_000; i++) {
        top.append("a" + i, FileMode.REGULAR_FILE, x);
      }
      return branch(git, objects, objects.insert(top));
    }
  }

  /** A file whose name no tree may hold. */
  private String named(String name) throws Exception {
    try (Git git = Git.open(origin.toFile());
        ObjectInserter objects = git.getRepository().newObjectInserter()) {
      TreeFormatter files = new TreeFormatter();
      files.append(name, FileMode.REGULAR_FILE, blob(objects, "x"));
      TreeFormatter top = new TreeFormatter();
      top.append("files", FileMode.TREE, objects.insert(files));
      top.append("pack.yaml", FileMode.REGULAR_FILE, blob(objects, manifest("6")));
      return branch(git, objects, objects.insert(top));
    }
  }

  private static DirCacheEntry item(String path, FileMode mode, ObjectId id) {
    DirCacheEntry entry = new DirCacheEntry(path);
    entry.setFileMode(mode);
    entry.setObjectId(id);
    return entry;
  }

  private static ObjectId blob(ObjectInserter objects, String text) throws IOException {
    return objects.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
  }

  private String branch(Git git, ObjectInserter objects, ObjectId tree) throws Exception {
    var commit = new org.eclipse.jgit.lib.CommitBuilder();
    commit.setTreeId(tree);
    commit.setAuthor(SOMEBODY);
    commit.setCommitter(SOMEBODY);
    commit.setMessage(folder.toString());
    return pointed(git, objects, objects.insert(commit));
  }

  /** A branch with its tip there. */
  private static String pointed(Git git, ObjectInserter objects, ObjectId id) throws Exception {
    objects.flush();
    String name = "b" + id.name().substring(0, 8);
    Path ref = git.getRepository().getDirectory().toPath().resolve("refs/heads/" + name);
    Files.writeString(ref, id.name() + "\n");
    return "packs.git@" + name;
  }

  private static String manifest(String version) {
    return "name: acme\nversion: \"" + version + "\"\ntitle: Acme's\nextends: spring-boot\n";
  }

  /** Puts files on the branch {@code main}; those that are there stay. */
  private void commit(Map<String, String> files) throws Exception {
    Path clone = folder.resolve("clone");
    boolean fresh = !Files.exists(origin);
    try (Git bare = fresh
            ? Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setDirectory(origin.toFile())
                .call()
            : Git.open(origin.toFile());
        Git git = fresh
            ? Git.init().setInitialBranch("main").setDirectory(clone.toFile()).call()
            : Git.open(clone.toFile())) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = clone.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("more")
          .setAuthor(SOMEBODY)
          .setCommitter(SOMEBODY)
          .setSign(false)
          .call();
      git.push().setRemote(origin.toString()).add("main").call();
    }
  }

  private String head() throws Exception {
    try (Git git = Git.open(origin.toFile())) {
      return git.getRepository().resolve("refs/heads/main").name();
    }
  }

  private String pinned() throws IOException {
    Matcher commit = COMMIT.matcher(read("service/.hew/lock.yaml"));
    assertTrue(commit.find(), "the lock names a commit");
    return commit.group(1);
  }

  private static Path kept(String commit) {
    String cache = System.getenv("XDG_CACHE_HOME");
    assertTrue(cache != null, "the build sets XDG_CACHE_HOME for tests");
    return Path.of(cache, "hew", "packs", commit + ".git");
  }

  private String read(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  private Run made(String pack) throws Exception {
    Files.writeString(
        folder.resolve("hew.yaml"),
        "hew: 1\nname: service\npack: \"" + pack + "\"\ncontract: openapi.yaml\n");
    return hew("new hew.yaml --no-git");
  }

  private Run hew(String line) throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(
        InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), folder);
    int code = Hew.run(console, line.split(" "));
    return new Run(code, out.toString().replace("\r\n", "\n"), err.toString());
  }
}

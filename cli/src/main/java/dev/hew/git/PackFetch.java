package dev.hew.git;

import dev.hew.disk.Folder;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.lib.SubmoduleConfig.FetchRecurseSubmodulesMode;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TransportHttp;

/**
 * Fetches one commit of a repository into the user's cache folder, with nothing that it does not need. What is fetched is
 * not looked at here: {@link PackRepository} trusts none of it.
 */
public final class PackFetch {
  /** No answer for so long, in seconds, and it is given up. */
  private static final int PATIENCE = 60;

  /** One answer of a server may not have more bytes than this. */
  private static final long LARGEST = 256L << 20;

  private static final int MOST_OBJECTS = 200_000;

  private final Path cache;
  private final String url;
  private final Watcher watcher;

  /**
   * @param cache the user's cache folder
   * @param url an address, or a path on this machine
   * @param watcher told how far it is
   */
  public PackFetch(Path cache, String url, Watcher watcher) {
    this.cache = cache;
    this.url = url;
    this.watcher = watcher;
  }

  /** Told how far a fetch is. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * @param total 0 when it is not known
     */
    void at(int done, int total);
  }

  /** There is no such revision, or it names no commit. */
  public static final class NoRevision extends IOException {
    private static final long serialVersionUID = 1L;

    NoRevision(String message) {
      super(message);
    }
  }

  /**
   * Fetches what a revision means now, unless it is kept already.
   *
   * @param revision a tag, a branch, a full name of a ref, or all digits of a commit
   * @return the commit
   * @throws NoRevision when the repository has no such commit
   * @throws IOException when there is no connection, or the cache folder cannot be written
   */
  public String fetch(String revision) throws IOException {
    Collection<Ref> refs = refs();
    Optional<Ref> ref = named(refs, revision);
    if (ref.isEmpty() && !ObjectId.isId(revision)) {
      throw new NoRevision("there is no branch or tag `" + revision + "`");
    }
    ObjectId tip = ref.map(PackFetch::peeled).orElseGet(() -> ObjectId.fromString(revision));
    if (PackRepository.has(cache, tip.name())) {
      return tip.name();
    }
    Files.createDirectories(cache.resolve("packs"));
    Path beside = Files.createTempDirectory(cache.resolve("packs"), ".new-");
    try {
      String commit = into(beside, ref, refs, tip);
      try {
        Files.move(beside, PackRepository.kept(cache, commit));
      } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
        Folder.delete(beside); // another run was faster, and what a commit holds is always the same
      }
      return commit;
    } catch (IOException | RuntimeException e) {
      try {
        Folder.delete(beside);
      } catch (IOException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  /** Forgets a commit that is kept. */
  public void forget(String commit) throws IOException {
    if (PackRepository.has(cache, commit)) {
      Folder.delete(PackRepository.kept(cache, commit));
    }
  }

  private Collection<Ref> refs() throws IOException {
    try {
      return dressed(Git.lsRemoteRepository().setRemote(url)).call();
    } catch (GitAPIException | JGitInternalException e) {
      throw new IOException(reason(e), e);
    }
  }

  /** A tag comes before a branch of the same name, as in git. */
  private static Optional<Ref> named(Collection<Ref> refs, String revision) {
    for (String prefix : List.of("", "refs/tags/", "refs/heads/")) {
      Optional<Ref> found =
          refs.stream().filter(ref -> ref.getName().equals(prefix + revision)).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static ObjectId peeled(Ref ref) {
    return ref.getPeeledObjectId() == null ? ref.getObjectId() : ref.getPeeledObjectId();
  }

  private String into(Path folder, Optional<Ref> ref, Collection<Ref> refs, ObjectId tip)
      throws IOException {
    try (Git git = Git.init().setBare(true).setDirectory(folder.toFile()).call()) {
      quieten(git.getRepository().getConfig());
      Optional<Ref> at =
          ref.or(() -> refs.stream().filter(r -> peeled(r).equals(tip)).findFirst());
      if (at.isPresent()) {
        fetch(git, at.get().getName() + ":refs/hew/pack", 1);
      } else if (!handsOut(git, tip)) {
        fetch(git, "refs/heads/*:refs/hew/heads/*", 0);
        fetch(git, "refs/tags/*:refs/hew/tags/*", 0);
      }
      return commit(git.getRepository(), tip);
    } catch (GitAPIException | JGitInternalException e) {
      throw new IOException(reason(e), e);
    }
  }

  /** Nothing tidies up a repository that is never added to, least of all in the background. */
  private static void quieten(StoredConfig config) throws IOException {
    config.setInt("gc", null, "auto", 0);
    config.setBoolean("gc", null, "autoDetach", false);
    config.setBoolean("core", null, "logAllRefUpdates", false);
    config.save();
  }

  /** Whether a server hands out a commit that is no tip, as it need not; if not, it is in the history of one. */
  private boolean handsOut(Git git, ObjectId commit) {
    if (!url.startsWith("http")) {
      return false;
    }
    try {
      fetch(git, commit.name() + ":refs/hew/pack", 1);
      return true;
    } catch (GitAPIException | JGitInternalException e) {
      return false;
    }
  }

  private void fetch(Git git, String what, int depth) throws GitAPIException {
    FetchCommand command = dressed(git.fetch())
        .setRemote(url)
        .setRefSpecs(what)
        .setTagOpt(TagOpt.NO_TAGS)
        .setRecurseSubmodules(FetchRecurseSubmodulesMode.NO)
        .setProgressMonitor(new Bounded(watcher));
    (depth > 0 ? command.setDepth(depth) : command).call();
  }

  private static String commit(Repository repository, ObjectId tip) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      if (!repository.getObjectDatabase().has(tip)) {
        throw new NoRevision("it has no commit " + tip.name());
      }
      return walk.parseCommit(tip).name();
    } catch (IncorrectObjectTypeException
        | CorruptObjectException
        | InvalidObjectIdException
        | IndexOutOfBoundsException e) {
      throw new NoRevision("`" + tip.name() + "` is no commit");
    }
  }

  private <C extends TransportCommand<C, ?>> C dressed(C command) {
    return command
        .setTimeout(PATIENCE)
        .setCredentialsProvider(new NetRCCredentialsProvider())
        .setTransportConfigCallback(transport -> {
          if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(new BoundedConnections(LARGEST));
          }
        });
  }

  /** The innermost reason: what is around it says the same in longer words. */
  private static String reason(Exception failure) {
    Throwable inner = failure;
    while (inner.getCause() != null && inner.getCause() != inner) {
      inner = inner.getCause();
    }
    if (inner instanceof UnknownHostException) {
      return "the host `" + inner.getMessage() + "` is unknown";
    }
    return inner.getMessage() == null
        ? inner.getClass().getSimpleName()
        : inner.getMessage().replaceFirst("\\.$", "");
  }

  /** Gives up a fetch of more objects than any pack needs. */
  private static final class Bounded extends EmptyProgressMonitor {
    private final Watcher watcher;
    private int done;
    private int total;

    Bounded(Watcher watcher) {
      this.watcher = watcher;
    }

    @Override
    public void beginTask(String title, int work) {
      done = 0;
      total = work;
    }

    @Override
    public void update(int completed) {
      done += completed;
      watcher.at(done, total);
    }

    @Override
    public boolean isCancelled() {
      return total > MOST_OBJECTS || done > MOST_OBJECTS;
    }
  }
}

package dev.hew.flow;

import dev.hew.cases.Case;
import dev.hew.cases.Cases;
import dev.hew.cases.Payload;
import dev.hew.contract.Contract;
import dev.hew.contract.Place;
import dev.hew.contract.Positions;
import dev.hew.disk.Reasons;
import dev.hew.disk.SpecFiles;
import dev.hew.disk.TextFile;
import dev.hew.http.Connection;
import dev.hew.http.Reply;
import dev.hew.http.Unreachable;
import dev.hew.pack.Pack;
import dev.hew.render.RenderException;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import dev.hew.resource.Resources;
import dev.hew.schema.SchemaSet;
import dev.hew.tree.Content;
import dev.hew.verify.Account;
import dev.hew.verify.Address;
import dev.hew.verify.Answer;
import dev.hew.verify.Caller;
import dev.hew.verify.Finding;
import dev.hew.verify.Fixtures;
import dev.hew.verify.JUnitReport;
import dev.hew.verify.Judge;
import dev.hew.verify.Selection;
import dev.hew.verify.Server;
import dev.hew.verify.Trial;
import dev.hew.yaml.NodeReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A running server is held against a contract: the cases are chosen, sent, judged and accounted for. */
public final class Verification {
  private final Positions positions;
  private final SchemaSet schemas;
  private final List<Case> cases;
  private final Account account;
  private final boolean seeded;

  private Verification(
      Contract contract, SchemaSet schemas, List<Case> cases, Account account, boolean seeded) {
    this.positions = new Positions(contract);
    this.schemas = schemas;
    this.cases = cases;
    this.account = account;
    this.seeded = seeded;
  }

  /**
   * Everything that is to be sent, and nothing sent yet.
   *
   * @param input a contract, or a manifest: its cases are those of the service that it makes, with what that one keeps
   * @param access how far one may go for the manifest's pack
   * @param fixtures what the contract cannot tell, laid over the cases
   * @param seed how many keys of items count as given already: what another run has added has other keys
   * @param only words for cases; none for all
   * @param harmless whether only GET and HEAD are sent
   * @return the errors without a place are the command line's
   */
  public static Checked<Verification> plan(
      SpecInput input,
      Packs.Access access,
      Address address,
      Credentials.Known known,
      Optional<Source> fixtures,
      int seed,
      List<String> only,
      boolean harmless) {
    Contract contract = input.contract();
    return Checked.of(address, otherPath(contract, address))
        .then(a -> planned(input, access, seed))
        .then(all -> laidOver(all.cases().cases(), fixtures)
            .then(laid -> Selection.of(laid, only))
            .map(chosen -> new Verification(
                contract,
                all.cases().schemas(),
                chosen.stream()
                    .map(Selection::possible)
                    .map(one -> harmless ? Selection.harmless(one) : one)
                    .toList(),
                new Account(address, known.caller(), known.mask()),
                all.seeded())));
  }

  /**
   * The cases of a server.
   *
   * @param seeded whether another seed may make others of them
   */
  private record Planned(Cases cases, boolean seeded) {}

  /** A contract alone does not say that its server keeps what it is sent; a manifest does, unless it stores nothing. */
  private static Checked<Planned> planned(SpecInput input, Packs.Access access, int seed) {
    return input.isManifest()
        ? Packs.of(input.manifest(), input.home(), ServiceFolder.pin(input.home()), access)
            .then(pack -> modeled(input, pack))
            .map(model -> new Planned(model.cases(seed), model.keeps()))
        : Checked.of(new Planned(
            Cases.of(input.contract(), seed),
            !Resources.of(input.contract(), Map.of()).all().isEmpty()));
  }

  private static Checked<Modeled> modeled(SpecInput input, Pack pack) {
    try {
      return Modeled.of(input, Evidence.of(input.contract()), pack, Map.of(), Map.of());
    } catch (RenderException e) {
      return Checked.failed(Modeled.mistake(e, pack));
    }
  }

  private static Checked<List<Case>> laidOver(List<Case> cases, Optional<Source> fixtures) {
    return fixtures
        .map(source -> NodeReader.read(source).then(file -> Fixtures.laidOver(cases, file)))
        .orElseGet(() -> Checked.of(cases));
  }

  /** The text of a fixtures file. */
  public static Checked<Source> fixtures(String path, Path folder) {
    return SpecFiles.read(folder, path, path);
  }

  /** A contract's paths lie below the path of its server, which is easily left out of the URL. */
  private static List<Diagnostic> otherPath(Contract contract, Address address) {
    String path = contract.basePath();
    return path.isEmpty() || !address.path().isEmpty()
        ? List.of()
        : List.of(Diagnostic.warning(
                "server-base-path",
                "the URL has no path, but the contract's server has: `" + path + "`")
            .withHint("`" + address.base() + path + "` may be meant"));
  }

  /** How many cases there are. */
  public int size() {
    return cases.size();
  }

  public Account account() {
    return account;
  }

  /** Whether the keys of items that are added hang on the seed. */
  public boolean isSeeded() {
    return seeded;
  }

  /**
   * Sends the cases and judges the answers.
   *
   * @param patience for a single request
   * @param watcher told of each finding when it is made
   * @return the errors are the machine's: there is no server
   */
  public Checked<List<Finding>> run(Duration patience, Consumer<Finding> watcher) {
    Server server = server(account.address(), account.caller(), new Connection(patience));
    try {
      return Checked.of(new Trial(new Judge(schemas), server).run(cases, watcher));
    } catch (Server.NoAnswer e) {
      return Checked.failed(Diagnostic.error(
              "server-unreachable",
              "`" + account.address().base() + "` cannot be reached: " + e.getMessage())
          .withHint(
              "start the service first, and name the URL below which the contract's paths lie"));
    }
  }

  /** The server behind an address, as a caller meets it. */
  public static Server server(Address address, Caller caller, Connection connection) {
    return request -> {
      Case.Request dressed = caller.dressed(request);
      try {
        Reply reply = connection.send(
            dressed.method(),
            URI.create(address.url(dressed.target())),
            dressed.headers(),
            dressed.body().map(Payload::bytes).map(Content::of));
        return new Answer(reply.status(), reply.headers(), reply.body());
      } catch (IOException e) {
        throw new Server.NoAnswer(e.getMessage(), e instanceof Unreachable);
      }
    };
  }

  /** What is wrong, at the place of the contract that says so. */
  public Diagnostic diagnostic(Finding finding) {
    String message = finding.one().id() + ": " + account.problems(finding);
    String why = finding.one().why();
    int hash = why.indexOf('#');
    Optional<Position> position =
        positions.of(new Place(why.substring(0, hash), why.substring(hash + 1)));
    return position
        .map(p -> Diagnostic.error("case-failed", p, message))
        .orElseGet(() -> Diagnostic.error("case-failed", message));
  }

  /** The findings in the XML form of JUnit's reports. */
  public String junit(List<Finding> findings) {
    return JUnitReport.of(findings, account);
  }

  /**
   * Looks whether a report could be written, before anything is sent.
   *
   * @throws IOException when there is a folder of this name; the message says so
   */
  public static void refuseFolder(Path file) throws IOException {
    explained(() -> TextFile.refuseFolder(file));
  }

  /**
   * Writes a report, whole or not at all.
   *
   * @throws IOException when the file cannot be written; the message says why
   */
  public static void write(Path file, String report) throws IOException {
    explained(() -> TextFile.write(file, report));
  }

  private interface Step {
    void take() throws IOException;
  }

  private static void explained(Step step) throws IOException {
    try {
      step.take();
    } catch (IOException e) {
      throw new IOException(Reasons.of(e), e);
    }
  }
}

package dev.hew.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.cases.Bundle;
import dev.hew.cases.Case;
import dev.hew.cases.Cases;
import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.flow.Credentials;
import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.flow.Verification;
import dev.hew.http.Connection;
import dev.hew.report.Checked;
import dev.hew.resource.Resources;
import dev.hew.schema.Validator;
import dev.hew.verify.Address;
import dev.hew.verify.Answer;
import dev.hew.verify.Caller;
import dev.hew.verify.Finding;
import dev.hew.verify.Judge;
import dev.hew.verify.Selection;
import dev.hew.verify.Server;
import dev.hew.verify.Trial;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves the contract cases themselves: a service is generated, built and started; then it is made wrong in one way after
 * another, and the cases have to notice. {@code mvn -Pmutants verify} runs this over the samples, {@code
 * -Dhew.mutants=SPEC,SPEC} over others. {@code docs/self-proof.md} says which mutants there are.
 */
class KillRate {
  private static final String SPECS = "hew.mutants";
  private static final String SAMPLES = "../generated-samples/spring-boot-orders/hew.yaml,"
      + "../generated-samples/spring-boot-library/hew.yaml";
  private static final Map<String, String> OPTIONS = Map.of("minimal", "true");
  /** In percent. */
  private static final int LEAST = 95;

  @TempDir
  Path folder;

  @TestFactory
  Stream<DynamicTest> casesSeeThroughWrongServers() {
    return Stream.of(System.getProperty(SPECS, SAMPLES).split(","))
        .map(spec -> DynamicTest.dynamicTest(spec, () -> check(spec)));
  }

  private void check(String spec) throws Exception {
    Checked<SpecInput> input = SpecInput.read(
            spec, Path.of(""), Optional.empty(), InputStream.nullInputStream())
        .input();
    Checked<Generation> made =
        input.then(i -> NewService.plan(i, Optional.empty(), OPTIONS, "test"));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    Contract contract = input.value().contract();
    String name = made.value().name();
    Path home = folder.resolve(name);
    try (RunningService service = RunningService.start(made.value().tree(), home)) {
      Server server = Verification.server(
          Address.of(service.url()).value(),
          caller(contract, home),
          new Connection(Duration.ofSeconds(30)));
      Score score = score(contract, made.value().cases(), server);
      System.out.println(score.table(name));
      assertTrue(score.made() > 0, "there are no mutants");
      assertTrue(
          100 * score.killed() >= LEAST * score.made(),
          () -> name + ": only " + score.killed() + " of " + score.made() + " mutants are killed");
    }
  }

  /** Somebody who may do everything. */
  private static Caller caller(Contract contract, Path home) throws Exception {
    List<String> scopes = contract.operations().stream()
        .flatMap(operation -> operation.security().stream())
        .flatMap(requirement -> requirement.schemes().values().stream())
        .flatMap(List::stream)
        .distinct()
        .toList();
    List<String> keys = contract.securitySchemes().entrySet().stream()
        .filter(scheme -> scheme.getValue().type().equals("apiKey"))
        .map(scheme -> scheme.getKey() + "=" + RunningService.SECRET)
        .toList();
    boolean basic = contract.securitySchemes().values().stream()
        .anyMatch(scheme -> scheme.scheme().filter("basic"::equals).isPresent());
    Credentials.Named named = new Credentials.Named(
        List.of(),
        RunningService.token(home, scopes),
        basic ? Optional.of(RunningService.SECRET + ":" + RunningService.SECRET) : Optional.empty(),
        keys);
    return Credentials.of(named, contract, Map.of(), home).value().caller();
  }

  private static Score score(Contract contract, Cases cases, Server server) throws Exception {
    Judge judge = new Judge(cases.schemas());
    List<Exchange> exchanges = exchanges(cases, judge, server);
    Bundle bundle = Bundle.of(contract);
    Validator validator = new Validator(bundle.schemas());
    Score score = new Score();
    for (Operation operation : contract.operations()) {
      String title = title(operation);
      List<Exchange> own =
          exchanges.stream().filter(e -> e.one().operation().equals(title)).toList();
      List<Mutant> mutants =
          new ArrayList<>(AnswerMutants.of(operation, title, own, bundle, validator));
      mutants.addAll(RequestMutants.of(operation, title, own, bundle, validator, score.redundant));
      for (Mutant mutant : mutants) {
        score.add(mutant, isKilled(mutant, own, judge, server));
      }
    }
    stateMutants(contract, exchanges).forEach(wrong -> {
      Trial trial = new Trial(judge, wrong.before().apply(server));
      score.add(
          wrong.mutant(),
          cases.cases().stream()
              .filter(one -> one.kind() == Case.Kind.STATE)
              .anyMatch(one -> fails(trial, one)));
    });
    return score;
  }

  /** The wrong servers for what is kept: for all resources with cases of their state. */
  private static List<StateMutants.Wrong> stateMutants(
      Contract contract, List<Exchange> exchanges) {
    Set<String> stateful = exchanges.stream()
        .filter(e -> e.one().kind() == Case.Kind.STATE)
        .map(e -> e.one().operation())
        .collect(Collectors.toSet());
    Function<Operation, Optional<Answer>> success = operation -> exchanges.stream()
        .filter(e -> e.one().operation().equals(title(operation)))
        .filter(e -> e.request().method().equals(operation.method()))
        .map(Exchange::answer)
        .filter(answer -> answer.status() < 300)
        .findFirst();
    return Resources.of(contract, Map.of()).all().stream()
        .filter(r -> r.members().stream().anyMatch(m -> stateful.contains(title(m.operation()))))
        .flatMap(r -> StateMutants.of(r, contract.schemas(), success).stream())
        .toList();
  }

  private static String title(Operation operation) {
    return operation.method() + " " + operation.path().text();
  }

  private static boolean fails(Trial trial, Case one) {
    try {
      return trial.prove(one).failed();
    } catch (Server.NoAnswer e) {
      throw new AssertionError(e);
    }
  }

  /** What the unmutated server takes part in. It has to be right: against a wrong one every mutant is killed. */
  private static List<Exchange> exchanges(Cases cases, Judge judge, Server server)
      throws Exception {
    List<Exchange> exchanges = new ArrayList<>();
    for (Case one : cases.cases().stream().map(Selection::possible).toList()) {
      Finding finding = new Trial(judge, request -> {
            var answer = server.answer(request);
            exchanges.add(new Exchange(one, request, answer));
            return answer;
          })
          .prove(one);
      assertEquals(List.of(), finding.failed() ? finding.problems() : List.of(), one.id());
    }
    return exchanges;
  }

  /** Sends the cases again whose answers the mutant changes; of the others none can tell it from the right server. */
  private static boolean isKilled(
      Mutant mutant, List<Exchange> exchanges, Judge judge, Server server) throws Exception {
    Trial trial = new Trial(judge, request -> mutant.change().of(request, server.answer(request)));
    List<Case> changed = exchanges.stream()
        .filter(e -> mutant.change().of(e.request(), e.answer()) != e.answer())
        .map(Exchange::one)
        .distinct()
        .toList();
    for (Case one : changed) {
      if (trial.prove(one).failed()) {
        return true;
      }
    }
    return false;
  }
}

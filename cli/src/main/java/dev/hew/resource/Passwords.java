package dev.hew.resource;

import dev.hew.contract.Contract;
import dev.hew.contract.Guard;
import dev.hew.contract.Operation;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.model.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows passwords, and the operations that take nothing else from callers than who they are. */
public final class Passwords {
  private static final Set<String> LAST = Set.of("password", "passwd", "passphrase", "pwd");

  /** The words in the names of what says who somebody is, beside a password. */
  private static final Set<String> WHO = Set.of(
      "user",
      "username",
      "name",
      "login",
      "e",
      "email",
      "mail",
      "address",
      "phone",
      "number",
      "account",
      "id",
      "tenant",
      "realm",
      "domain",
      "client",
      "grant",
      "type",
      "scope",
      "otp",
      "totp",
      "code",
      "token",
      "captcha",
      "remember",
      "me");

  private Passwords() {}

  /** Whether a property holds a password as people type it. */
  public static boolean isPassword(String name, Schema property, Schemas schemas) {
    Shape shape = Shape.of(property, schemas);
    List<String> words = Words.of(name).words();
    boolean called = !words.isEmpty() && LAST.contains(words.get(words.size() - 1));
    return shape.types().equals(Set.of("string"))
        && (called || shape.text("format").filter("password"::equals).isPresent());
  }

  /**
   * The operation of a resource that adds nothing, though it looks like it: it takes a password and who somebody is, from
   * callers who are not known yet, and what is given back has another form.
   */
  public static Optional<Operation> login(Resource resource, Contract contract) {
    return resource.members().stream()
        .filter(member -> member.role() == Role.CREATE)
        .filter(member -> Guard.of(member.operation(), contract).isOpen())
        .filter(member -> sent(member, contract.schemas())
            .filter(body -> !isItem(body, resource, contract.schemas()))
            .map(body -> Shape.of(body, contract.schemas()).properties())
            .filter(properties -> isOnlyCredentials(properties, contract.schemas()))
            .isPresent())
        .map(Resource.Member::operation)
        .findFirst();
  }

  /** What is sent of an item. */
  private static Optional<Schema> sent(Resource.Member member, Schemas schemas) {
    return Form.ofBody(member.operation(), schemas)
        .schema()
        .flatMap(body -> CarriedItem.in(body, member.sentIn(), schemas));
  }

  private static boolean isItem(Schema body, Resource resource, Schemas schemas) {
    return resource
        .item()
        .filter(
            item -> schemas.resolve(item).place().equals(schemas.resolve(body).place()))
        .isPresent();
  }

  private static boolean isOnlyCredentials(Map<String, Schema> properties, Schemas schemas) {
    long passwords = properties.entrySet().stream()
        .filter(p -> isPassword(p.getKey(), p.getValue(), schemas))
        .count();
    long others = properties.keySet().stream()
        .filter(name -> WHO.containsAll(Words.of(name).words()))
        .count();
    return passwords > 0 && passwords + others >= properties.size();
  }
}

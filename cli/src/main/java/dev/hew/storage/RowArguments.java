package dev.hew.storage;

import dev.hew.model.Endpoint;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.resource.Resource;
import java.util.Optional;

/** What an operation has of the values that tell a row from all others. */
final class RowArguments {
  private RowArguments() {}

  /** The parameter of the path that a column of the scope is. */
  static Handler.Argument scope(Endpoint endpoint, Column column) {
    Endpoint.Param param = endpoint.parameters().stream()
        .filter(p -> p.in().equals("path") && p.key().equals(column.value().property()))
        .findFirst()
        .orElseThrow(() -> new Unkept("its path has other variables than those of the items"));
    return new Handler.Argument(expression(param, column), column);
  }

  /** A parameter as a value of a column. */
  private static String expression(Endpoint.Param param, Column column) {
    String wanted = column.value().type();
    if (param.type().text().equals(wanted)) {
      return param.name();
    }
    if (param.type().scalar().equals("integer/int32") && column.type().equals("bigint")) {
      return param.name() + ".longValue()";
    }
    if (param.type().scalar().equals("string") && column.type().equals("bigint")) {
      return "Replies.number(" + param.name() + ")";
    }
    throw new Unkept("its path has the key in another type than the items");
  }

  /**
   * What the key is: the parameter of the path that stands for it, else what the body has.
   *
   * @param body empty where nothing of it may tell the row
   * @param sent the same as the controller has it
   */
  static Handler.Argument key(
      Endpoint endpoint,
      Table table,
      Resource resource,
      Optional<TypeDef> body,
      Optional<Handler.Sent> sent) {
    Column key = table.key().orElseThrow(() -> new Unkept("its items have no key"));
    Optional<Endpoint.Param> param = endpoint.parameters().stream()
        .filter(p -> p.in().equals("path")
            && resource.variable().map(Text::of).filter(p.key()::equals).isPresent())
        .findFirst();
    if (param.isPresent()) {
      return new Handler.Argument(expression(param.get(), key), key);
    }
    return body.stream()
        .flatMap(b -> b.fields().stream())
        .filter(f -> f.property().equals(key.value().property())
            && f.type().text().equals(key.value().type()))
        .findFirst()
        .map(f -> new Handler.Argument(sent.orElseThrow().expression() + "." + f.name() + "()", key))
        .orElseThrow(() -> new Unkept("neither its path nor its body has the key"));
  }
}

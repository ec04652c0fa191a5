package dev.hew.storage;

import dev.hew.contract.Response;
import dev.hew.contract.Schema;
import dev.hew.model.Endpoint;
import dev.hew.model.TypeDef;
import dev.hew.resource.Resource;
import java.util.Optional;

/** Works out what the answer to a call for one item carries. */
record AnswerModeler(SchemaTypes types, ProjectionModeler projections) {
  /**
   * @param success the answer
   * @throws Unkept when it demands what neither the item nor the contract tells
   */
  Answered by(
      Endpoint endpoint,
      Response success,
      Table table,
      Resource resource,
      Resource.Member member,
      int status) {
    boolean several = endpoint.result().scalar().equals("several");
    Optional<Schema> schema = success.json();
    if (several ? success.content().isEmpty() : endpoint.result().scalar().equals("nothing")) {
      return Answered.NOTHING;
    }
    Optional<TypeDef> type = several
        ? schema.flatMap(types::of)
        : Optional.ofNullable(types.types().get(endpoint.result().text()));
    if (type.filter(t -> t == table.item()).isPresent()) {
      return Answered.WHOLE;
    }
    return new Answered(
        true,
        Optional.of(
            projections.projection(type, schema, table, member, resource.variable(), status)));
  }
}

package dev.hew.storage;

import dev.hew.contract.MediaType;
import dev.hew.contract.RequestBody;
import dev.hew.model.Endpoint;
import dev.hew.resource.CarriedItem;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import dev.hew.schema.Containment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what callers may send against what answers may have. */
final class GivenBack {
  private final Map<String, List<Endpoint>> endpoints;
  private final Map<String, String> schemaNames;
  private final Containment containment;
  private final Around around;

  /**
   * @param endpoints by the place of their operation
   * @param schemaNames those of JSON bodies, by the place of their media type, and of what they carry
   */
  GivenBack(
      Map<String, List<Endpoint>> endpoints,
      Map<String, String> schemaNames,
      Containment containment,
      Around around) {
    this.endpoints = endpoints;
    this.schemaNames = schemaNames;
    this.containment = containment;
    this.around = around;
  }

  /** The name of the schema that items keep to where they are given back: as they are read, or else elsewhere. */
  Optional<String> schema(Resource resource, Table table) {
    return resource.members().stream()
        .sorted(Comparator.comparing(m -> m.role() != Role.READ))
        .flatMap(m -> endpoints.getOrDefault(m.operation().place().toString(), List.of()).stream()
            .filter(e -> around
                .shown(e, m)
                .filter(t -> t.text().equals(table.item().name()))
                .isPresent())
            .flatMap(e -> m.operation().goodAnswers().stream())
            .flatMap(response -> names(response.content(), m.shownIn())))
        .findFirst();
  }

  /**
   * @throws Unkept when the body of an operation may hold what no answer may
   */
  void check(Resource.Member member, Resource resource, Table table) {
    List<MediaType> sent =
        member.operation().body().map(RequestBody::content).orElse(List.of()).stream()
            .filter(MediaType::isJson)
            .toList();
    schema(resource, table).stream()
        .flatMap(given ->
            names(sent, member.sentIn()).flatMap(body -> containment.excess(body, given).stream()))
        .findFirst()
        .ifPresent(excess -> {
          throw new Unkept("its body may hold a `" + excess.property() + "` that no answer may: "
              + excess.why());
        });
  }

  /** The names of what stands in a property, or of the whole. */
  private Stream<String> names(List<MediaType> content, Optional<String> property) {
    return content.stream()
        .flatMap(m -> Stream.ofNullable(schemaNames.get(CarriedItem.place(m, property))));
  }
}

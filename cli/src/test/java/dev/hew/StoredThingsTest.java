package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.Generation;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What generated services call the things that they store, and what they set of these themselves. */
class StoredThingsTest {
  private static final RelPath TABLES =
      RelPath.of("src/main/resources/db/migration/V1__create_tables.sql");

  private static String text(FileTree tree, String path) {
    return tree.get(RelPath.of(path))
        .orElseThrow(() -> new AssertionError(path))
        .text();
  }

  /** A service that adds and reads items of this schema. */
  private static FileTree service(String path, String schema) {
    return MinimalService.ofText("""
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          PATH:
            post:
              operationId: add
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/SCHEMA'}}}}
              responses: {'201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/SCHEMA'}}}}}
          PATH/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
            get:
              operationId: read
              responses:
                '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/SCHEMA'}}}}
                '404': {description: none}
        components:
          schemas:
            SCHEMA: {type: object, properties: {id: {type: integer, readOnly: true}, name: {type: string}}}
        """.replace("PATH", path).replace("SCHEMA", schema))
        .tree();
  }

  private static void assertNamed(String path, String schema, String repository, String thing) {
    FileTree tree = service(path, schema);
    String store = "src/main/java/com/example/t/store/" + repository + ".java";
    assertTrue(
        tree.get(RelPath.of(store)).isPresent(),
        () -> schema + ": " + tree.files().keySet());
    String missing = tree.files().entrySet().stream()
        .filter(f -> f.getKey().toString().endsWith("Controller.java"))
        .map(f -> f.getValue().text())
        .findFirst()
        .orElseThrow();
    assertTrue(missing.contains("missing(\"" + thing + "\")"), missing);
  }

  @Test
  void thingsAreCalledAsTheirPathCallsThem() {
    assertNamed("/v1/brand", "dto.Brand", "BrandRepository", "brand");
    assertNamed("/dishes", "DishGet", "DishRepository", "dish");
    assertNamed("/trips", "TripResponse", "TripRepository", "trip");
    assertNamed("/categories", "GetCategoryDto", "CategoryRepository", "category");
    assertNamed("/product-stocks", "DtoProductStock", "ProductStockRepository", "product stock");
    assertNamed("/plays", "theater_internal_models_responses.Play", "PlayRepository", "play");
    assertNamed("/lines", "OrderLine", "OrderLineRepository", "order line");
    assertNamed("/animals", "Pet", "PetRepository", "pet");
  }

  /** Times of adding and changing, and keys, are the database's where no request has them; other times are not. */
  @Test
  void whatOnlyAnswersHaveIsSet() {
    FileTree tree = MinimalService.ofText("""
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /trips:
            get:
              operationId: list
              responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Trip'}}}}}}
            post:
              operationId: add
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewTrip'}}}}
              responses: {'201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Trip'}}}}}
        components:
          schemas:
            NewTrip: {type: object, properties: {name: {type: string}, changed: {type: string, format: date-time}}}
            Trip:
              type: object
              properties:
                id: {type: string, format: uuid}
                name: {type: string}
                createdAt: {type: string, format: date-time}
                last_updated: {type: string, format: date-time}
                changed: {type: string, format: date-time}
                passwordChangedAt: {type: string, format: date-time}
                endedAt: {type: string, format: date-time}
        """).tree();
    String tables = tree.get(TABLES).orElseThrow().text();
    for (String column : new String[] {
      "id uuid default gen_random_uuid(),",
      "created_at timestamptz default now(),",
      "last_updated timestamptz default now(),",
      "changed timestamptz,",
      "password_changed_at timestamptz,",
      "ended_at timestamptz,"
    }) {
      assertTrue(tables.contains("  " + column), () -> column + "\n" + tables);
    }
    String readme = text(tree, "README.md");
    assertFalse(readme.contains("`trips.id`"), readme);
    assertFalse(readme.contains("`trips.created_at`"), readme);
    assertTrue(readme.contains("`trips.ended_at`"), readme);
  }

  /** All that the jar needs is in the image, what is between two releases after what hardly ever changes. */
  @Test
  void imagesHaveEachLayer() {
    String contract = "{openapi: 3.0.3, info: {title: t, version: '1'},"
        + " paths: {/health: {get: {responses: {'204': {description: ok}}}}}}";
    Generation made = MinimalService.ofText(contract, Map.of());
    String image = text(made.tree(), "Dockerfile");
    assertEquals(
        "dependencies snapshot-dependencies application",
        String.join(
            " ",
            image
                .lines()
                .filter(l -> l.contains("/target/layers/") && l.startsWith("COPY"))
                .map(l -> l.replaceAll(".*/target/layers/(.*)/ \\./", "$1"))
                .toList()));
  }
}

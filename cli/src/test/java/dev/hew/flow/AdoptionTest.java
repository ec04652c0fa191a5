package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.command.Console;
import dev.hew.command.HewCommand;
import dev.hew.disk.Folder;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that hew did not make: adopted without a byte changed, then updated without a line lost. */
class AdoptionTest {
  private static final String CONTRACT = """
      openapi: 3.0.3
      info: {title: Parcels, version: '1'}
      paths:
        /parcels/{parcelId}:
          get:
            tags: [parcels]
            operationId: getParcel
            parameters:
              - {name: parcelId, in: path, required: true, schema: {type: string}}
            responses:
              '200':
                description: a parcel
                content: {application/json: {schema: {$ref: '#/components/schemas/Parcel'}}}
      components:
        schemas:
          Parcel:
            type: object
            required: [weight]
            properties:
              weight: {type: integer}
      """;
  private static final String NEXT = CONTRACT
      .replace(
          "components:\n",
          "  /parcels:\n    get:\n      tags: [parcels]\n      operationId: listParcels\n"
              + "      responses:\n        '204': {description: none}\ncomponents:\n")
      .replace(
          "        weight: {type: integer}\n",
          "        weight: {type: integer}\n        sender: {type: string}\n");

  private static final String POM = """
      <?xml version="1.0" encoding="UTF-8"?>
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>org.acme</groupId>
        <artifactId>parcels</artifactId>
        <version>3.1</version>
        <dependencies>
          <dependency>
            <groupId>org.acme</groupId>
            <artifactId>labels</artifactId>
            <version>2.0</version>
          </dependency>
        </dependencies>
      </project>
      """;

  /** As a generator with interfaces, controllers and beans lays a service out. */
  private static final Map<String, String> GENERATED = Map.of(
      "pom.xml",
      POM,
      "README.md",
      "# Parcels\n\nMade by some generator.",
      "src/main/resources/application.properties",
      "server.port=8080\n",
      "src/main/java/org/acme/api/ParcelsApi.java",
      """
      package org.acme.api;

      import org.acme.model.Parcel;
      import org.springframework.http.HttpStatus;
      import org.springframework.http.ResponseEntity;
      import org.springframework.web.bind.annotation.*;

      /* made by some generator */
      public interface ParcelsApi {

          String PATH_GET_PARCEL = "/parcels/{parcelId}";

          @RequestMapping(method = RequestMethod.GET, value = PATH_GET_PARCEL)
          default ResponseEntity<Parcel> getParcel(
              @PathVariable("parcelId") String parcelId
          ) {
              return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);
          }

      }
      """,
      "src/main/java/org/acme/api/ParcelsApiController.java",
      """
      package org.acme.api;

      import org.springframework.stereotype.Controller;

      @Controller
      public class ParcelsApiController implements ParcelsApi {
          // ours
      }
      """,
      "src/main/java/org/acme/model/Parcel.java",
      """
      package org.acme.model;

      public class Parcel {
        private Integer weight;

        public Integer getWeight() {
          return weight;
        }
      }
      """);

  /** As somebody writes one by hand. */
  private static final Map<String, String> BY_HAND = Map.of(
      "pom.xml",
      POM,
      ".gitignore",
      "/target\n",
      "src/main/resources/application.yaml",
      "server: {port: 9000} # ours\n",
      "src/main/java/org/acme/Parcels.java",
      """
      package org.acme;

      import org.springframework.web.bind.annotation.GetMapping;
      import org.springframework.web.bind.annotation.PathVariable;
      import org.springframework.web.bind.annotation.RestController;

      @RestController
      class Parcels {
        record Parcel(int weight) {}

        @GetMapping("/parcels/{id}")
        Parcel parcel(@PathVariable String id) {
          return new Parcel(id.length());
        }
      }
      """);

  @TempDir
  Path top;

  @Test
  void aGeneratedServiceIsMerged() throws IOException {
    FileTree after = adoptedAndUpdated(GENERATED);
    String api = text(after, "src/main/java/org/acme/api/ParcelsApi.java");
    assertTrue(api.contains(" listParcels("), api);
    assertEquals(GENERATED.get("README.md"), text(after, "README.md"));
  }

  @Test
  void aServiceByHandKeepsItsLines() throws IOException {
    FileTree after = adoptedAndUpdated(BY_HAND);
    for (String path : List.of(".gitignore", "src/main/java/org/acme/Parcels.java")) {
      assertEquals(BY_HAND.get(path), text(after, path));
    }
  }

  @Test
  void aLockThatCannotBeReadIsNotReplaced() throws IOException {
    adoptedAndUpdated(BY_HAND);
    Path lock = top.resolve("parcels/.hew/lock.yaml");
    String right = Files.readString(lock);
    String merged = "<<<<<<< ours\n" + right + "=======\n" + right + ">>>>>>> theirs\n";
    Files.writeString(lock, merged);
    assertTrue(adoptionIsRefused().contains("error[lock-conflict]"));
    assertEquals(merged, Files.readString(lock));

    Files.writeString(lock, right);
    Folder.delete(top.resolve("parcels/.hew/base"));
    assertTrue(adoptionIsRefused().contains("error[lock-base-missing]"));
    assertEquals(right, Files.readString(lock));
  }

  private String adoptionIsRefused() {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    Console console = new Console(InputStream.nullInputStream(), out, out, top);
    int code = HewCommand.run(
        console, "adopt", "parcels", "parcels/hew.yaml", "--set", "package=org.acme");
    assertEquals(3, code, printed.toString());
    return printed.toString();
  }

  private static String text(FileTree tree, String path) {
    return tree.get(RelPath.of(path)).orElseThrow().text();
  }

  private FileTree adoptedAndUpdated(Map<String, String> files) throws IOException {
    Path service = top.resolve("parcels");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.createDirectories(service.resolve(file.getKey()).getParent());
      Files.writeString(service.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(service.resolve("contract.yaml"), CONTRACT);
    FileTree before = visible(service);
    hew("adopt", "parcels", "parcels/contract.yaml", "--set", "package=org.acme");
    assertEquals(before, visible(service), "adoption changes nothing");
    hew("update", "parcels");
    assertEquals(before, visible(service), "and is the end of it");

    Files.writeString(service.resolve("contract.yaml"), NEXT);
    hew("update", "parcels");
    FileTree after = visible(service);
    files.forEach((path, text) -> {
      List<String> lines = text(after, path).lines().map(String::strip).toList();
      text.lines()
          .map(String::strip)
          .forEach(line -> assertTrue(lines.contains(line), () -> path + " has lost: " + line));
    });
    return after;
  }

  private void hew(String... arguments) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    Console console = new Console(InputStream.nullInputStream(), out, out, top);
    assertEquals(0, HewCommand.run(console, arguments), printed.toString());
  }

  /** What is in a service, hew's own aside. */
  private static FileTree visible(Path service) throws IOException {
    TreeMap<RelPath, Content> files = new TreeMap<>(Folder.read(service).files());
    files
        .keySet()
        .removeIf(path -> path.value().startsWith(".hew/") || path.value().equals("hew.yaml"));
    return new FileTree(files);
  }
}

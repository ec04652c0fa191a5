package dev.hew.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.contract.Contract;
import dev.hew.contract.ContractReader;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cursors as they are in the contracts of well-known services, and what only looks like one. */
class PagingTest {
  private static final String CONTRACT = """
      openapi: 3.1.0
      info: {title: t, version: '1'}
      paths:
        /things:
          get:
            parameters: [%s]
            responses:
              '200':
                description: ok
                headers: {%s}
                content: {application/json: {schema: {type: object, properties: {things: {type: array, items: {$ref: '#/components/schemas/Thing'}}, %s}}}}
          post:
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
            responses: {'201': {description: ok}}
        /things/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses:
              '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
      components:
        schemas:
          Thing: {type: object, properties: {id: {type: string}, token: {type: string}, day: {type: string, format: date}}}
      """;

  private static Paging paging(String parameters, String headers, String members) {
    StringBuilder all = new StringBuilder();
    for (String parameter : parameters.split(" ")) {
      String[] parts = parameter.split(":");
      all.append(all.isEmpty() ? "" : ", ")
          .append("{name: '" + parts[0] + "', in: query, schema: {type: " + parts[1] + "}}");
    }
    Checked<Contract> contract = ContractReader.read(
        new Source("api.yaml", CONTRACT.formatted(all, headers, members)),
        path -> Checked.failed(Diagnostic.error("none", path)));
    Resources resources = Resources.of(contract.value(), Map.of());
    Resource things = resources.at("/things").orElseThrow();
    return Paging.of(
        things.first(Role.LIST).orElseThrow(), things, contract.value().schemas());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cursor:string limit:integer | response_metadata: {type: object, properties: {next_cursor: {type: string}}} | cursor CURSOR response_metadata/next_cursor",
        "pageToken:string pageSize:integer | nextPageToken: {type: string} | pageToken CURSOR nextPageToken",
        "cursor:string | cursor: {type: string} | cursor CURSOR cursor",
        "start_cursor:string page_size:integer | next_cursor: {type: [string, 'null']}, has_more: {type: boolean} | start_cursor CURSOR next_cursor",
        "after:string limit:integer | paging: {type: object, properties: {next: {type: object, properties: {after: {type: string}, link: {type: string}}}}} | after CURSOR paging/next/after",
        "after:string | paging: {type: object, properties: {cursors: {type: object, properties: {before: {type: string}, after: {type: string}}}, next: {type: string}}} | after CURSOR paging/cursors/after",
        "after:string | pagination: {type: object, properties: {startCursor: {type: string}, endCursor: {type: string}, hasNextPage: {type: boolean}}} | after CURSOR pagination/endCursor",
        "offset:string limit:integer | next_page: {type: object, properties: {uri: {type: string}, offset: {type: string}}} | offset CURSOR next_page/offset",
        "continue:string limit:integer | metadata: {type: object, properties: {continue: {type: string}}} | continue CURSOR metadata/continue",
        "pagination_token:string max_results:integer | meta: {type: object, properties: {previous_token: {type: string}, next_token: {type: string}}} | pagination_token CURSOR meta/next_token",
        "page[after]:string page[size]:integer | meta: {type: object, properties: {has_more: {type: boolean}, before_cursor: {type: string}, after_cursor: {type: string}}} | page[after] CURSOR meta/after_cursor",
        "cursor:string limit:integer | self: {type: string, format: uri}, next: {type: string, format: uri} | cursor LINK next",
        "starting_after:string | next_page: {type: string, example: '/things?starting_after=4'} | starting_after LINK next_page",
        "starting_after:string limit:integer | has_more: {type: boolean} | starting_after KEY has_more",
        "after:string | object: {type: string}, has_more: {type: boolean} | after KEY has_more",
        // no cursor: selects by a property, is echoed, is a time, leads back, is counted, or
        // nothing hands it out
        "token:string | next_token: {type: string} |",
        "query:string | query: {type: string} |",
        "day:string | next: {type: string} |",
        "before:string | next_cursor: {type: string} |",
        "page:integer cursor:string | next_cursor: {type: string} |",
        "cursor:string | total: {type: integer} |",
        "cursor:string | previous_cursor: {type: string} |",
      })
  void isFoundByWhatHandsItOut(String parameters, String members, String expected) {
    assertEquals(
        Optional.ofNullable(expected),
        paging(parameters, "", members)
            .cursor()
            .map(c -> c.parameter() + " " + c.told() + " " + String.join("/", c.path())));
  }

  @Test
  void mayBeInAHeader() {
    String link = "Link: {schema: {type: string}}";
    assertEquals(
        Optional.of(Paging.Told.HEADER),
        paging("after:string per_page:integer", link, "total: {type: integer}")
            .cursor()
            .map(Paging.Cursor::told));
  }
}

package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several versions of one schema are not added up. */
class SnapshotsTest {
  private static String sql(String... tables) {
    StringBuilder sql = new StringBuilder();
    for (String table : tables) {
      sql.append("create table ").append(table).append(" (id int);\n");
    }
    return sql.toString();
  }

  @Test
  void theLatestVersionCounts() {
    Facts facts = SampleFacts.of(
        List.of(
            new Source(
                "db/schema-2.9.x.sql",
                sql("orders", "items", "gone")
                    + "alter table items add foreign key (o) references orders;"
                    + "alter table gone add foreign key (o) references orders;"),
            new Source(
                "db/schema-2.10.x.sql",
                sql("orders", "items", "late")
                    + "alter table items add foreign key (o) references orders;")),
        "public class Order {}");
    assertEquals(
        List.of("items", "late", "orders"),
        facts.tables().stream().map(TableFact::name).toList());
    assertEquals(
        List.of("items [db/schema-2.10.x.sql:4]"),
        facts.foreignKeys().stream()
            .map(k -> k.table() + " "
                + k.places().stream().map(p -> p.path() + ":" + p.line()).toList())
            .toList());
  }

  @Test
  void stepsAndDialectsAreNoVersions() {
    Facts facts = SampleFacts.of(
        List.of(
            new Source("db/V1__a.sql", sql("orders", "items")),
            new Source("db/V2__a.sql", sql("orders", "late", "later")),
            new Source("db/schema-h2.sql", sql("orders", "items", "h")),
            new Source("db/schema-mysql.sql", sql("orders", "items", "m"))),
        "public class Order {}");
    assertEquals(
        List.of("h", "items", "late", "later", "m", "orders"),
        facts.tables().stream().map(TableFact::name).toList());
  }
}

package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is left of tables and foreign keys when all migrations ran. */
class SchemaTest {
  private static Source file(String path, String text) {
    return new Source(path, text);
  }

  private static List<String> left(Source... files) {
    Facts facts = SampleFacts.of(List.of(files), "public class Order {}");
    return Stream.concat(
            facts.tables().stream().map(TableFact::name),
            facts.foreignKeys().stream()
                .map(k -> k.name() + ": " + k.table() + k.columns() + " -> " + k.target()))
        .toList();
  }

  private static final String FIRST = """
      CREATE TABLE aufgabe (id INT PRIMARY KEY, late INT, CONSTRAINT fk_late FOREIGN KEY (late) REFERENCES folder (id));
      CREATE TABLE folder (id INT PRIMARY KEY);
      """;

  private static final String SECOND = """
      ALTER TABLE aufgabe RENAME TO task;
      CREATE TABLE both (task_id INT REFERENCES task (id), folder_id INT REFERENCES folder (id));
      ALTER TABLE task ADD COLUMN folder_id INT REFERENCES folder (id);
      ALTER TABLE task ADD more INT, ADD CONSTRAINT fk_more FOREIGN KEY (more) REFERENCES folder (id);
      """;

  @Test
  void migrationsRunInTheOrderOfTheirVersions() {
    assertEquals(
        List.of("folder", "task", "fk_late: task[late] -> folder"),
        left(
            file("db/migration/V10__drop.sql", """
                DROP TABLE IF EXISTS both CASCADE;
                ALTER TABLE task DROP CONSTRAINT fk_more, DROP COLUMN folder_id;
                """),
            file("db/migration/V2__rename.sql", SECOND),
            file("db/migration/V1__init.sql", FIRST),
            file("db/migration/U10__undo.sql", "CREATE TABLE both (id INT);")));
  }

  @Test
  void everyFormOfDroppingAndRenaming() {
    assertEquals(List.of("a2", "b2", "c2", "fk_c: c2[z] -> a2"), left(file("s.sql", """
            create table a (id int); create table b (id int references a (id));
            create table c (x int, y int, q int, constraint fk_c foreign key (x) references a (id));
            create table d (id int); create table e (id int);
            alter table c add foreign key (y) references d (id);
            alter table c add constraint fk_q foreign key (q) references a (id);
            rename table a to a2, shop.b to shop.b2;
            alter table c rename as c1; alter table c1 rename c2;
            alter table c2 change column x z int, rename index i to j, drop primary key;
            alter table c2 drop (q, r);
            alter table b2 drop constraint b2_id_fkey;
            drop table d, e;
            """)));
  }

  @Test
  void whatATableIsMadeAnewFromStays() {
    assertEquals(
        List.of("orders"),
        left(
            file(
                "db/migration/V1__a.sql",
                "drop table if exists orders; create table orders (id int);"),
            file("db/migration/V2__b.sql", """
                create table orders_new (id int); drop table orders;
                alter table orders_new rename to orders;"""),
            file("setup/schema.sql", "create table orders (id int); create table gone (id int);"),
            file("db/migration/V3__c.sql", "drop table gone;")));
  }

  @Test
  void migrationsGoOnFromAScriptOfAnEarlierState() {
    String old =
        "create table alt (id int, k int, constraint fk foreign key (k) references weg (id));"
            + "create table weg (id int);";
    assertEquals(
        List.of("neu"),
        left(
            file("setup/schema.sql", old),
            file("db/migration/V1__old.sql", old),
            file("db/migration/V2__new.sql", "rename table alt to neu; drop table weg;")));
  }

  @Test
  void otherScriptsAndModulesAreNoSequence() {
    assertEquals(
        List.of("orders"),
        left(
            file("a/db/migration/V1__a.sql", "create table orders (id int);"),
            file("b/db/migration/V1__a.sql", "create table orders (id int);"),
            file("b/db/migration/V2__a.sql", "drop table orders;"),
            file("drop.sql", "drop table orders;")));
  }

  @Test
  void whatTakesAMigrationBackIsLeftOut() {
    assertEquals(
        List.of("a", "b", "c"),
        left(
            file("1_a.sql", "create table a (id int);\n-- //@UNDO\ndrop table a;"),
            file(
                "2_b.sql", "-- +goose Up\ncreate table b (id int);\n-- +goose Down\ndrop table b;"),
            file("3_c.sql", "create table c (id int);\n-- migrate:down\ndrop table c;")));
  }

  private static String log(String changes) {
    return "<databaseChangeLog>" + changes + "</databaseChangeLog>";
  }

  @Test
  void changelogsRunAsTheyIncludeEachOther() {
    assertEquals(
        List.of("task", "three", "two"),
        left(
            file("src/main/resources/db/master.xml", log("""
                <include file="classpath:db/z.xml"/>
                <include file="../db/./a.xml" relativeToChangelogFile="true"/>
                <includeAll path="db/more"/>""".replace("./a", "a"))),
            file("src/main/resources/db/z.xml", log("""
                <changeSet><createTable tableName="job"/><createTable tableName="two"/>
                  <addForeignKeyConstraint baseTableName="two" baseColumnNames="a" referencedTableName="job" constraintName="fk"/>
                  <rollback><dropTable tableName="two"/></rollback></changeSet>""")),
            file("src/main/resources/db/a.xml", log("""
                <changeSet><renameTable oldTableName="job" newTableName="task"/>
                  <createTable tableName="gone"/></changeSet>""")),
            file(
                "src/main/resources/db/more/10.sql", "--liquibase formatted sql\ndrop table gone;"),
            file("src/main/resources/db/more/9.xml", log("""
                <changeSet><createTable tableName="three"/>
                  <dropForeignKeyConstraint baseTableName="two" constraintName="fk"/></changeSet>"""))));
  }

  @Test
  void changelogsInACircleAreReadOnce() {
    assertEquals(
        List.of("one", "two"),
        left(
            file("a.xml", log("<include file=\"b.xml\"/><createTable tableName=\"one\"/>")),
            file("b.xml", log("<include file=\"a.xml\"/><createTable tableName=\"two\"/>"))));
  }
}

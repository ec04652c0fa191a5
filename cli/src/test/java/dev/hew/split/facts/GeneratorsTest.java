package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables that ids come from. */
class GeneratorsTest {
  @Test
  void theTableOfAGeneratorIsWrittenByTheEntity() {
    Facts facts = SampleFacts.of(
        "@Entity public class Account { static final String KEYS = \"KEYGEN\";"
            + " @TableGenerator(name = \"a\", table = KEYS) @Id Integer id; }",
        "@Entity @TableGenerators({@TableGenerator(name = \"o\", table = \"KEYGEN\")}) public"
            + " class Order { @SequenceGenerator(name = \"s\", sequenceName = \"seq\") int id; }",
        "public class Keys { String next = \"update keygen set keyval = ? where keyname = ?\"; }");
    assertEquals(
        List.of("Account. w", "Keys. w", "Order. w"), SampleFacts.touching(facts, "keygen"));
    assertEquals(
        List.of("account", "KEYGEN", "order"),
        facts.tables().stream().map(TableFact::name).toList());
  }

  @Test
  void tablesThatOnlyGiveIdsAreNobodysData() {
    Facts facts = SampleFacts.of(
        List.of(new Source("schema.sql", """
            create table hibernate_sequence (next_val int); create table account_seq (next_val int);
            create table bill_seq (next_val int); create table note_seq (next_val int);
            create table order_ids (next_val int); create table ledger (id int);
            """)),
        "@Entity public class Account { @TableGenerator(name = \"a\", table = \"KEYGEN\") @Id int"
            + " id; }",
        "@Entity public class Order { @SequenceGenerator(name = \"s\", sequenceName ="
            + " \"order_ids\") int id; }",
        "@Entity public class Bill { @GenericGenerator(name = \"b\", strategy ="
            + " \"enhanced-sequence\", parameters = @Parameter(name = \"sequence_name\", value ="
            + " \"bill_seq\")) int id; }",
        "@Entity @Table(name = \"note_seq\") public class NoteOrder {"
            + " @TableGenerator(name = \"n\", table = \"ledger\") int id; }",
        "@Entity public class Ledger {}");
    assertEquals(
        Set.of("account_seq", "bill_seq", "hibernate_sequence", "KEYGEN", "order_ids"),
        Set.copyOf(facts.idTables()));
  }
}

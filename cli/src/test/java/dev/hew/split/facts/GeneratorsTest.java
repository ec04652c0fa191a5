package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that ids come from. */
class GeneratorsTest {
  @Test
  void theTableOfAGeneratorIsWrittenByTheEntity() {
    Facts facts = SampleFacts.of(
        "@Entity public class Account { static final String KEYS = \"KEYGEN\";"
            + " @TableGenerator(name = \"a\", table = KEYS) @Id Integer id; }",
        "@Entity @TableGenerators({@TableGenerator(name = \"o\", table = \"KEYGEN\")})"
            + " public class Order { @SequenceGenerator(name = \"s\", sequenceName = \"seq\") int id; }",
        "public class Keys { String next = \"update keygen set keyval = ? where keyname = ?\"; }");
    assertEquals(
        List.of("Account. w", "Keys. w", "Order. w"), SampleFacts.touching(facts, "keygen"));
    assertEquals(
        List.of("account", "KEYGEN", "order"),
        facts.tables().stream().map(TableFact::name).toList());
  }
}

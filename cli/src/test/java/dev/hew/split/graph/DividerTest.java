package dev.hew.split.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Parts;
import dev.hew.split.facts.SampleFacts;
import dev.hew.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stays together whatever else draws. */
class DividerTest {
  /** A cargo and a voyage with doors; a part of the cargo is called after the voyage and used there. */
  private static final List<String> CODE = List.of(
      "@Entity public class Cargo { @Embedded VoyagePlan plan; void load() {} void drop() {} }",
      "@Embeddable public class VoyagePlan { Stop stop; void go() {} }",
      "@Embeddable public class Stop { void halt() {} }",
      "@Entity public class Voyage { void sail() {} void stop() {} }",
      "@RestController public class CargoController { CargoDesk desk;"
          + " @GetMapping(\"/c\") void get(Cargo c) { desk.run(c); c.load(); c.drop(); } }",
      "@Service public class CargoDesk { CargoRepository all; void run(Cargo c) { c.load();"
          + " c.drop(); } }",
      "public interface CargoRepository extends JpaRepository<Cargo, Long> {}",
      "@RestController public class VoyageController { VoyageDesk desk;"
          + " @GetMapping(\"/v\") void get(Voyage v) { desk.run(null, v); v.sail(); v.stop(); } }",
      "@Service public class VoyageDesk { VoyageRepository all; void run(VoyagePlan plan, Voyage"
          + " v) { plan.go(); v.sail(); v.stop(); } }",
      "public interface VoyageRepository extends JpaRepository<Voyage, Long> {}");

  private static Partition divide(String config, List<String> java) {
    Facts facts = SampleFacts.of(java.toArray(String[]::new));
    Constraints constraints = Constraints.read(
        NodeReader.read(new Source("hew-split.yaml", "hewSplit: 1\n" + config)).value(),
        new ArrayList<>());
    return Divider.divide(facts, Parts.of(facts), constraints, 0);
  }

  private static Map<String, String> homes(Partition partition) {
    return partition.modules().stream()
        .flatMap(m -> m.classes().stream().map(c -> Map.entry(c.replace("shop.", ""), m.name())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void aPartIsWhereItsEntityIs() {
    Map<String, String> homes = homes(divide("", CODE));
    assertEquals("cargo", homes.get("Cargo"));
    assertEquals("cargo", homes.get("VoyagePlan"));
    assertEquals("cargo", homes.get("Stop"));
    assertEquals("voyage", homes.get("Voyage"));
    assertEquals("voyage", homes.get("VoyageDesk"));
  }

  @Test
  void aPartOfSeveralEntitiesIsNobodys() {
    List<String> java = new ArrayList<>(CODE);
    java.add("@Entity public class Route { @ElementCollection java.util.List<Stop> stops; }");
    Partition partition = divide("", java);
    assertEquals(Map.of("shop.Stop", "embedded part of 2 entities"), partition.shared());
    assertEquals("cargo", homes(partition).get("VoyagePlan"));
  }

  @Test
  void whatPeopleSayOfAPartCounts() {
    Map<String, String> homes = homes(divide("modules: {sea: [Voyage, VoyagePlan]}", CODE));
    assertEquals("sea", homes.get("VoyagePlan"));
    assertEquals("sea", homes.get("Voyage"));
    assertEquals("cargo", homes.get("Stop"));
  }

  @Test
  void whatIsToStayTogetherDoes() {
    Map<String, String> homes = homes(divide("together: [[CargoController, VoyageDesk]]", CODE));
    assertEquals(homes.get("CargoController"), homes.get("VoyageDesk"));
  }
}

package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.split.cut.Cut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes along with the classes that a price is asked for. */
class SplitCostTest {
  private static Cut cost(Path folder, String... patterns) {
    SplitMap map = SplitMap.of(
            folder,
            new SplitMap.Options(0, false, Optional.empty(), "test"),
            (what, done, total) -> {})
        .value();
    return map.cost(List.of(patterns)).value();
  }

  @Test
  void partsGoWithTheirOnlyEntity(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("Cargo.java"), "@Entity class Cargo { @Embedded Plan plan; Money cost; }");
    Files.writeString(
        folder.resolve("Plan.java"), "@Embeddable class Plan { Stop stop; @ManyToOne City city; }");
    Files.writeString(folder.resolve("Stop.java"), "@Embeddable class Stop {}");
    Files.writeString(folder.resolve("Money.java"), "@Embeddable class Money {}");
    Files.writeString(folder.resolve("City.java"), "@Entity class City { Money tax; }");
    Cut cargo = cost(folder, "Cargo");
    assertEquals(List.of("Cargo", "Plan", "Stop"), cargo.classes());
    assertEquals(
        List.of("Cargo City plan.city ManyToOne eager"),
        cargo.associations().stream()
            .map(i -> i.from() + " " + i.to() + " " + i.what())
            .toList());
    assertEquals(
        List.of("Cargo Stop plan.stop Embedded: a part of its rows"),
        cost(folder, "Stop").associations().stream()
            .map(i -> i.from() + " " + i.to() + " " + i.what())
            .toList());
  }
}

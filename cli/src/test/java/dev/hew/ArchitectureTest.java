package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** hew's own classes keep the rules of the house. */
class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> ownClassesKeepTheRule() {
    JavaClasses own = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.hew");
    return new ArchitectureRules("dev.hew")
        .all().entrySet().stream()
            .map(rule ->
                DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(own)));
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    assertEquals(List.of(), ArchitectureRules.unexplainedPackages(Path.of("src/main/java")));
  }
}

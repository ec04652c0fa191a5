package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.compiler.JavaParser;
import dev.hew.report.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What binds a class to where it runs, for data and for helpers. */
class OutsideTest {
  /** Of these imports those that touch something outside. */
  private static List<String> touching(Outside profile, String... imports) {
    return Stream.of(imports)
        .filter(one -> profile.isTouched(
            JavaParser.parse(List.of(new Source("A.java", "import " + one + "; class A {}")))
                .get(0)))
        .toList();
  }

  @Test
  void whatAsksADatabaseIsOutsideOfBoth() {
    String[] databases = {
      "java.sql.Connection",
      "javax.naming.*",
      "jakarta.persistence.EntityManager",
      "javax.persistence.EntityManagerFactory",
      "javax.persistence.Persistence",
      "org.hibernate.SessionFactory",
      "org.hibernate.Criteria",
      "org.springframework.jdbc.core.JdbcTemplate",
      "org.springframework.orm.jpa.JpaTemplate",
      "org.springframework.data.mongodb.core.MongoTemplate"
    };
    for (Outside profile : Outside.values()) {
      assertEquals(List.of(databases), touching(profile, databases));
    }
  }

  @Test
  void valuesAndMarksOfTheSamePackagesAreNot() {
    for (Outside profile : Outside.values()) {
      assertEquals(
          List.of(),
          touching(
              profile,
              "java.sql.Timestamp",
              "javax.persistence.*",
              "javax.persistence.PersistenceException",
              "org.hibernate.annotations.Cache",
              "org.springframework.data.domain.Page",
              "org.springframework.data.mongodb.core.mapping.Document",
              "java.net.URI"));
    }
  }

  @Test
  void filesAndThreadsAreOutsideOfDataOnly() {
    String[] imports = {
      "java.io.File",
      "java.net.Socket",
      "java.util.concurrent.ExecutorService",
      "jakarta.servlet.http.Part"
    };
    assertEquals(List.of(imports), touching(Outside.OF_DATA, imports));
    assertEquals(List.of(), touching(Outside.OF_HELPERS, imports));
  }

  @Test
  void whatSpringWiresIsOutsideOfHelpersOnly() {
    String[] imports = {"org.springframework.beans.BeanUtils", "org.springframework.data.util.Lazy"
    };
    assertEquals(List.of(), touching(Outside.OF_DATA, imports));
    assertEquals(List.of(imports), touching(Outside.OF_HELPERS, imports));
  }
}

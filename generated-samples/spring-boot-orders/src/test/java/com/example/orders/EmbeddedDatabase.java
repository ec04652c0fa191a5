package com.example.orders;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A PostgreSQL of its own for the service, for tests and for a developer's machine. */
@TestConfiguration(proxyBeanMethods = false)
public class EmbeddedDatabase {

  /**
   * Starts it.
   *
   * @param folder where the data is kept; without one it is gone at the end
   */
  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres(@Value("${embedded-database.folder:}") String folder) throws IOException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    if (!folder.isEmpty()) {
      builder.setDataDirectory(new File(folder).getAbsoluteFile()).setCleanDataDirectory(false);
    }
    return builder.start();
  }

  @Bean
  JdbcConnectionDetails connection(EmbeddedPostgres postgres) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
      }

      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "";
      }
    };
  }
}

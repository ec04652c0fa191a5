package [=package];

import org.springframework.boot.SpringApplication;

/** Runs the service with a database whose data is kept in {@code .data}: {@code mvn spring-boot:test-run}. */
public class Local[=name.pascal]Application {

  public static void main(String[] args) {
    System.setProperty("embedded-database.folder", ".data/postgres");
    SpringApplication.from([=name.pascal]Application::main).with(EmbeddedDatabase.class).run(args);
  }
}

package com.example.orders;

import org.springframework.boot.SpringApplication;

/** Runs the service with a database whose data is kept in {@code .data}: {@code mvn spring-boot:test-run}. */
public class LocalOrdersApplication {

  public static void main(String[] args) {
    System.setProperty("embedded-database.folder", ".data/postgres");
    SpringApplication.from(OrdersApplication::main).with(EmbeddedDatabase.class).run(args);
  }
}

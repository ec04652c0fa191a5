package org.lending;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class LendingApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(LendingApplication.class, arguments);
  }
}

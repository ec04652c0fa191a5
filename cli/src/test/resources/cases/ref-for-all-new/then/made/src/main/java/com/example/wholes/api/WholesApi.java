package com.example.wholes.api;

import com.example.wholes.api.model.Thing;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * Wholes
 *
 * <p>A method that nobody overrides answers with the contract's example.
 */
public interface WholesApi {

  @PostMapping(path = "/things", consumes = "application/json", produces = "application/json")
  default ResponseEntity<Thing> addThing(@RequestBody @Valid Thing body) {
    return Stub.answer("addThing");
  }

  @GetMapping(path = "/own", produces = "application/json")
  default ResponseEntity<Thing> own() {
    return Stub.answer("own");
  }
}

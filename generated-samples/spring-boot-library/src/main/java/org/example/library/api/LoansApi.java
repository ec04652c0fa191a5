package org.example.library.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.example.library.api.model.Loan;
import org.example.library.api.model.LoanRequest;
import org.example.library.api.model.Statistics;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Who has borrowed what, and until when.
 *
 * <p>A method that nobody overrides answers with the contract's example.
 */
public interface LoansApi {

  /** Borrow items */
  @PostMapping(path = "/loans", consumes = "application/json", produces = "application/json")
  default ResponseEntity<List<Loan>> borrow(@RequestBody @BodySchema("LoanRequest") @Valid LoanRequest body) {
    return Stub.answer("borrow");
  }

  /** Give an item back */
  @PostMapping(path = "/loans/{loanId}/return", produces = "application/json")
  default ResponseEntity<Loan> giveBack(@PathVariable @Min(1) Long loanId) {
    return Stub.answer("giveBack");
  }

  /** Count the loans */
  @GetMapping(path = "/statistics", produces = "application/json")
  default ResponseEntity<Statistics> getStatistics(
      @RequestHeader(name = "X-Time-Zone", required = false) String xTimeZone) {
    return Stub.answer("getStatistics");
  }
}

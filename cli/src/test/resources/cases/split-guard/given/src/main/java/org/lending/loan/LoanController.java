package org.lending.loan;

import java.util.List;
import org.lending.book.BookRepository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoanController {
  private final LoanRepository loans;
  private final BookRepository books;

  LoanController(LoanRepository loans, BookRepository books) {
    this.loans = loans;
    this.books = books;
  }

  @GetMapping("/loans")
  List<Loan> all() {
    return loans.findAll();
  }

  @PostMapping("/loans")
  @Transactional
  public Loan lend(@RequestBody Loan loan) {
    loan.getBook().take();
    books.save(loan.getBook());
    return loans.save(loan);
  }
}

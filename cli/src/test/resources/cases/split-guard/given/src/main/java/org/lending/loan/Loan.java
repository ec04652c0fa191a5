package org.lending.loan;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.lending.base.Stored;
import org.lending.book.Book;
import org.lending.member.Member;

@Entity
@Table(name = "loans")
public class Loan extends Stored {
  @ManyToOne
  private Member member;

  @ManyToOne
  private Book book;

  public Book getBook() {
    return book;
  }
}

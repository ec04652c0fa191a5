package org.lending.member;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.lending.base.Stored;
import org.lending.loan.Loan;

@Entity
@Table(name = "members")
public class Member extends Stored {
  private String name;

  @OneToMany(mappedBy = "member", cascade = CascadeType.ALL)
  private final List<Loan> loans = new ArrayList<>();

  public String getName() {
    return name;
  }

  public List<Loan> getLoans() {
    return loans;
  }
}

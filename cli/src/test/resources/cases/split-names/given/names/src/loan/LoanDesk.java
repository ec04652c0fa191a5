package shop.loan;

class LoanDesk {
  Loan loan = new Loan();
}

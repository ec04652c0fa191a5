package shop.member;

public class Member {
  shop.loan.Loan loan = new shop.loan.Loan();
}

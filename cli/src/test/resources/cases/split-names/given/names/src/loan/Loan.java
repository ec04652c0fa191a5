package shop.loan;

@Entity
@Table(name = "loans")
public class Loan {}

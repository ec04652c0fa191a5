package shop.loan;

public class Loan {}

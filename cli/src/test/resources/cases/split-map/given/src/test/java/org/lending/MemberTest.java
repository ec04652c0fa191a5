package org.lending;

import org.junit.jupiter.api.Test;
import org.lending.member.Member;

class MemberTest {
  @Test
  void hasNoLoansAtFirst() {
    assert new Member().getLoans().isEmpty();
  }
}

package org.lending.member;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/members")
class MemberController {
  private final MemberRepository members;

  MemberController(MemberRepository members) {
    this.members = members;
  }

  @GetMapping
  List<Member> all() {
    return members.findAll();
  }

  @PostMapping
  Member add(@RequestBody Member member) {
    return members.save(member);
  }
}

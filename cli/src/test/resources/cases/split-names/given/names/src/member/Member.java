package shop.member;

@Entity
@Table(name = "members")
public class Member {
  shop.util.Text text;
}

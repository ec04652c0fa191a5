package dev.hew.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who may call what, for services that check credentials.
 *
 * @param keys the API keys that operations ask for
 * @param basic whether any operation asks for a user's name and password
 * @param bearer whether any operation asks for a bearer token
 * @param schemes every scheme that is checked, in the order of the contract
 * @param rules from the more to the less specific path; the first that matches a request holds
 * @param rest what holds where no rule does
 */
public record Security(
    List<Key> keys,
    boolean basic,
    boolean bearer,
    List<Scheme> schemes,
    List<Rule> rules,
    Access rest) {

  /**
   * A scheme that is checked.
   *
   * @param kind {@code bearer}, {@code basic} or {@code key}
   * @param written its name as it stands in contract cases
   */
  public record Scheme(String kind, Text name, Text written) {}

  /**
   * An API key.
   *
   * @param scheme the name of its scheme
   * @param in {@code header}, {@code query} or {@code cookie}
   * @param parameter the name under which it is sent
   * @param member the name of a field that holds it
   * @param property the last part of the property that configures it
   * @param variable the environment variable that does
   */
  public record Key(
      Text scheme, String in, Text parameter, String member, String property, String variable) {

    /** What it grants. */
    public Authority authority() {
      return new Authority("key", scheme);
    }
  }

  /**
   * Something that credentials grant.
   *
   * @param kind {@code bearer} and {@code basic} for any such credential, {@code key} for that of a scheme, or
   *     {@code scope}
   * @param name the scheme's or the scope's; empty otherwise
   */
  public record Authority(String kind, Text name) {
    public Text prefixed(String prefix) {
      return Text.of(prefix).with(name);
    }
  }

  /**
   * Who is let in.
   *
   * @param kind {@code open} for everybody, {@code known} for whoever proves who calls, or {@code granted}
   * @param alternatives authorities that are needed together, for {@code granted}
   */
  public record Access(String kind, List<List<Authority>> alternatives) {
    static final Access OPEN = new Access("open", List.of());
    static final Access KNOWN = new Access("known", List.of());

    public boolean isOpen() {
      return kind.equals("open");
    }

    public boolean isKnown() {
      return kind.equals("known");
    }

    /** Whether one authority, and no other, is needed. */
    public boolean isSingle() {
      return alternatives.size() == 1 && areSingles();
    }

    /** Whether no two authorities are needed together. */
    public boolean areSingles() {
      return alternatives.stream().allMatch(together -> together.size() == 1);
    }

    /** The first authority of each alternative. */
    public List<Authority> singles() {
      return alternatives.stream().map(together -> together.get(0)).toList();
    }

    /** Whether some authorities are needed together, and there is another way in. */
    boolean isMixed() {
      return alternatives.size() > 1 && !areSingles();
    }
  }

  /**
   * Who may call some operations.
   *
   * @param methods none for every method
   */
  public record Rule(List<String> methods, List<Route> paths, Access access) {}

  private Stream<Access> accesses() {
    return Stream.concat(rules.stream().map(Rule::access), Stream.of(rest));
  }

  public boolean anyRuleByMethod() {
    return rules.stream().anyMatch(rule -> !rule.methods().isEmpty());
  }

  /** Whether any rule needs an authority of this kind. */
  public boolean names(String kind) {
    return accesses()
        .flatMap(access -> access.alternatives().stream())
        .flatMap(List::stream)
        .anyMatch(authority -> authority.kind().equals(kind));
  }

  /** The scopes that tokens need for all operations together, as far as a command line can name them. */
  public List<Text> scopes() {
    return accesses()
        .flatMap(access -> access.alternatives().stream())
        .flatMap(List::stream)
        .filter(authority -> authority.kind().equals("scope"))
        .map(Authority::name)
        .filter(Text::isLine)
        .distinct()
        .toList();
  }

  /** Whether any rule offers several ways in of which one needs authorities together. */
  public boolean anyMixed() {
    return accesses().anyMatch(Access::isMixed);
  }

  /** Whether such a rule also offers a way in for which one authority is enough. */
  public boolean anySingleInMixed() {
    return accesses()
        .filter(Access::isMixed)
        .anyMatch(access -> access.alternatives().stream().anyMatch(way -> way.size() == 1));
  }

  public boolean anyKey(String in) {
    return keys.stream().anyMatch(key -> key.in().equals(in));
  }

  /** The key of a scheme. */
  public Key key(Scheme scheme) {
    return keys.stream()
        .filter(key -> key.scheme().equals(scheme.name()))
        .findFirst()
        .orElseThrow();
  }

  /** Whether browsers keep a credential and send it along with what other sites ask for. */
  public boolean sentByBrowsers() {
    return basic || anyKey("cookie");
  }
}

package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What looks like data by its own text, whatever it calls. */
class PlainDataTest {
  private static boolean isLike(String... java) {
    TypeIndex index = SampleFacts.index(java);
    TypeIndex.Declared first = index.all().iterator().next();
    ClassFact fact = SampleFacts.of(java).classes().stream()
        .filter(c -> c.name().equals(first.name))
        .findFirst()
        .orElseThrow();
    List<TypeIndex.Declared> types =
        index.all().stream().filter(type -> type.owner.equals(first.name)).toList();
    return new PlainData(index).isLike(fact, types);
  }

  private static final String FIELD = "String name; ";

  @Test
  void aClassHasFieldsAndAccessors() {
    assertTrue(isLike("public class Row { String name; String getName() { return name; } }"));
    assertFalse(isLike("public class Row { String name; void save() {} }"));
    assertFalse(isLike("public class Row { String getName() { return null; } }"));
    assertFalse(
        isLike("public class Row { static String name; String getName() { return name; } }"));
    assertTrue(isLike(
        "public class Row extends Base { String getName() { return name; } }",
        "public class Base { String name; }"));
  }

  @Test
  void oneThatIsMarkedMayCompute() {
    String computes = "String name; Row plus(Row a, Row b, Row c) { return a; } }";
    assertFalse(isLike("public class Row { " + computes));
    assertTrue(isLike("public class Row implements java.io.Serializable { " + computes));
    assertTrue(isLike("@Data public class Row { " + computes));
    assertTrue(isLike("@JsonInclude public class Row { " + computes));
    assertTrue(isLike(
        "public class Row extends Base { " + computes,
        "public class Base implements Kept {}",
        "public interface Kept extends java.io.Serializable {}"));
    assertTrue(isLike("public record Row(String name) { void save() {} }"));
    assertTrue(isLike("public class Gone extends RuntimeException { " + computes));
    assertTrue(
        isLike("public class Gone extends shop.other.GoneException { int code() { return 1; } }"));
  }

  @Test
  void nothingIsInjectedAndNoTextAsksADatabase() {
    for (String mark : List.of("@Autowired", "@Inject", "@PersistenceContext", "@Value(\"x\")")) {
      assertFalse(isLike("@Data public class Row { " + mark + " String name; }"), mark);
    }
    assertFalse(isLike("@Data public class Row { String name; class In { @Resource String a; } }"));
    assertFalse(isLike(
        "@Data public class Row { String name; String getIt() { return \"select a from b\"; } }"));
  }

  @Test
  void whatActsOrTouchesSomethingOutsideIsNone() {
    assertFalse(isLike("@Service public class Row { " + FIELD + "}"));
    assertTrue(isLike("@Entity public class Row { " + FIELD + "}"));
    assertFalse(
        isLike("@Data public class Row { " + FIELD + "@Transactional public void getIt() {} }"));
    assertFalse(isLike("import java.net.Socket; @Data public class Row { " + FIELD + "}"));
    assertTrue(isLike("import java.net.Socket; public record Row(String name) {}"));
  }

  @Test
  void withoutMembersItIsABaseOrThrown() {
    assertTrue(isLike("public class Row {}"));
    assertTrue(isLike("public class Row extends RuntimeException { Row(String why) {} }"));
    assertFalse(isLike("public class Row extends Thread {}"));
    assertFalse(isLike("public @interface Row {}"));
  }
}

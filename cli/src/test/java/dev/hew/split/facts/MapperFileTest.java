package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the statements of mappers do, whatever stands in front of the SQL. */
class MapperFileTest {
  private static final String MAPPER =
      "public interface OrderMapper { void one(); void two(); void three(); }";

  private static Facts of(String statements, String... java) {
    return SampleFacts.of(
        List.of(
            new Source("src/main/resources/schema.sql", "create table orders (id int);"),
            new Source(
                "src/main/resources/OrderMapper.xml",
                "<mapper namespace=\"shop.OrderMapper\">\n" + statements + "</mapper>")),
        java.length == 0 ? new String[] {MAPPER} : java);
  }

  private static List<String> gaps(Facts facts) {
    return facts.gaps().statements().stream()
        .map(gap -> gap.place().path().replaceAll(".*/", "") + ":" + gap.place().line() + ": "
            + gap.message())
        .toList();
  }

  @Test
  void aKeyInFrontIsAQueryOfItsOwn() {
    Facts facts = of("""
        <insert id="one"><selectKey keyProperty="id">SELECT LAST_INSERT_ID()</selectKey>
          insert into orders (id) values (#{id})</insert>
        <insert id="two"><selectKey keyProperty="id">select n from numbers where k = #{k}</selectKey>
          insert into orders (id) values (#{id})</insert>
        """);
    assertEquals(
        List.of("OrderMapper.one/0 w", "OrderMapper.two/0 w"),
        SampleFacts.touching(facts, "orders"));
    assertEquals(List.of("OrderMapper.two/0 r"), SampleFacts.touching(facts, "numbers"));
    assertEquals(List.of(), gaps(facts));
  }

  @Test
  void elementsAddWordsAndFragmentsStandWhereTheyAreIncluded() {
    Facts facts = of("""
        <sql id="columns">id, <include refid="more"/></sql><sql id="more">member</sql>
        <sql id="circle"><include refid="circle"/></sql>
        <select id="one">select <if test="d"> distinct </if> <include refid="shop.OrderMapper.columns"/>
          from orders <include refid="circle"/></select>
        <delete id="two">delete from orders <if test="x"><where><if test="y">id = #{id}</if></where></if></delete>
        <update id="three">update ${schema}.orders <set><if test="m">member = #{m},</if></set>
          <trim prefix="where" suffix=")">id in <foreach item="i" open="(" close="">
          #{i}</foreach></trim></update>
        """);
    assertEquals(
        List.of("OrderMapper.one/0 r", "OrderMapper.three/0 w", "OrderMapper.two/0 w"),
        SampleFacts.touching(facts, "orders"));
    assertEquals(List.of("orders"), facts.tables().stream().map(TableFact::name).toList());
    assertEquals(
        List.of(
            "delete from orders where id = ?",
            "select distinct id, member from orders",
            "update orders set member = ? , where id in ( ? )"),
        facts.tables().get(0).accesses().stream()
            .map(TableFact.Access::by)
            .sorted()
            .toList());
    assertEquals(List.of(), gaps(facts));
  }

  @Test
  void whatNamesNoTableIsSaid() {
    Facts facts = of("""
        <select id="one">select * from ${table} where id = #{id}</select>
        <update id="two">call tidy()</update>
        <select id="three">select 1 from dual</select>
        """);
    assertEquals(
        List.of(
            "OrderMapper.xml:2: no table can be seen in `one`",
            "OrderMapper.xml:3: no table can be seen in `two`"),
        gaps(facts));
  }

  @Test
  void annotationsAreJoinedAndMayHoldElements() {
    Facts facts = of("", """
        public interface OrderMapper {
          @Update({"<script>", "update orders", "<set><if test='m'>member = #{m}</if></set>", "</script>"}) int one();
          @Insert({"insert into", "orders (id) values (#{id})"}) int two();
        }
        """);
    assertEquals(
        List.of("OrderMapper.one/0 w", "OrderMapper.two/0 w"),
        SampleFacts.touching(facts, "orders"));
  }

  @Test
  void mappersAndScriptsOfTestsAreNone() {
    Facts facts = SampleFacts.of(
        List.of(
            new Source("src/test/resources/schema.sql", "create table orders (id int);"),
            new Source(
                "src/test/resources/M.xml",
                "<mapper namespace=\"shop.OrderMapper\">"
                    + "<insert id=\"one\">insert into orders (id) values (1)</insert></mapper>"),
            new Source(
                "src/test/resources/changelog.xml",
                "<databaseChangeLog>" + "<createTable tableName=\"orders\"/></databaseChangeLog>")),
        MAPPER);
    assertEquals(List.of(), facts.tables());
  }
}

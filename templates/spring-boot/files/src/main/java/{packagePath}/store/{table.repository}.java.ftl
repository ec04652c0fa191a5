[#assign item = table.item.name]
[#assign variable = table.variable]
[#assign stored = table.version???then('Versioned<' + item + '>', item)]
[#assign mapped = table.version???then('versioned', variable)]
[#assign where = table.primary()?has_content?then(' where ' + table.oneRow(), '')]
[#macro parameters all]
  [#list all as p][#if p?is_first][=br][/#if][=p][#sep],[=sp][/#sep][/#list][#t]
[/#macro]
[#function declared columns][#return columns?map(c -> c.value.type + ' ' + c.value.member)][/#function]
[#-- A name for a variable beside the parameters there are. --]
[#function free wish taken][#return taken?seq_contains(wish)?then(free('the' + wish?cap_first, taken), wish)][/#function]
[#macro bound columns]
  [#list columns as c][=br].param([=open][=br]"[=c.name]",[=sp][=toColumn(c.value.member, c.value, true, true)][=close])[/#list][#t]
[/#macro]
[#-- A statement as a text; one that is too long for a line has what it selects by on lines of their own. --]
[#function statement sql]
  [#if (sql?length < 102)][#return '"' + sql + '"'][/#if]
  [#return open + '"' + sql?replace(' where ', '"' + sp + '+ " where ')?replace(' order by ', '"' + sp + '+ " order by ') + '"' + close]
[/#function]
[#-- Some pieces of SQL in a text block, on as many lines as they need. --]
[#macro pieces start all end='']
  [#list storage.lines(all) as line]
            [=line?is_first?then(start, ''?left_pad(start?length))][=line][#if line?has_next],[#else][=end][/#if]
  [/#list]
[/#macro]
[#function assigned changes]
  [#return changes + table.touched()?map(c -> c.name + ' = now()') + table.version???then([(table.version!) + ' = default'], [])]
[/#function]
[#macro computed]
[#list table.computed() as column]
    // Yours to compute: [=table.name].[=column.name], [=column.madeUp()] until then.
[/#list]
[/#macro]
[#macro kept handler]
[#list handler.secrets() as column]
    // Kept as it is sent: [=table.name].[=column.name].
[/#list]
[/#macro]
[#macro written handler]
  [#list handler.writes as w]
  [#assign given = toColumn(variable + '.' + w.value.member + '()', w.value)]
  [#if handler.numbers(w, table)]
        .param([=open][=br]"[=w.column.name]",[=sp]Objects.requireNonNullElseGet([=given], [#if table.scope?has_content]() -> nextNumber([=table.scope?map(c -> c.value.member)?join(', ')])[#else]this::nextNumber[/#if])[=close])
  [#else]
        .param([=open][=br]"[=w.column.name]",[=sp][=given][=close])
  [/#if]
  [/#list]
[/#macro]
[#macro rows what end]
  [#local scoped = table.scope?has_content?then(' where ' + table.oneScope(), '')]
  [#if listing.filters?has_content][#t]
    [=open]"select [=what] from [=table.name]" + [=conditions][=end?has_content?then(sp + '+ "' + end, '')][=close][#t]
  [#elseif listing.sort??][#t]
    [=open]"select [=what] from [=table.name][=scoped][=end?has_content?then(end, '"')][=close][#t]
  [#else][#t]
    [=statement('select ' + what + ' from ' + table.name + scoped + end?remove_ending('"'))][#t]
  [/#if][#t]
[/#macro]
[#-- A list that goes on where a cursor stands. --]
[#macro sliced handler]
[#local cursor = listing.cursor()]
[#local order = table.order()]
[#local taken = chosen + [cursor.parameter]]
[#local limit = free('limit', taken) from = free('from', taken) conditions = free('conditions', taken) rows = free('rows', taken) row = free('row', taken) number = free('number', taken)]
[#local wanted = choosing + [cursor.type + ' ' + cursor.parameter, 'long ' + limit]]
[#local behind = (table.scope?has_content?then(' where ' + table.oneScope() + ' and ', ' where ')) + order + ' > :from']

  /** At most {@code [=limit]} of them, behind the one that {@code [=cursor.parameter]} stands for. */
  public Slice<[=item]> [=handler.method]([=open][@parameters wanted/][=close]) {
[#if cursor.key && table.counted]
    long [=from] = [=handler.method]From([=(table.scope?map(c -> c.value.member) + [cursor.parameter])?join(', ')]);
[#elseif cursor.key]
    long [=from] = [=cursor.parameter] == null ? Slice.START : [=cursor.parameter];
[#else]
    long [=from] = Slice.from([=cursor.parameter]);
[/#if]
[#if listing.filters?has_content]
    Conditions [=conditions] = [=handler.conditions()]([=open][@parameters chosen/][=close]).above("[=order]", [=from]);
[/#if]
    List<Slice.Row<[=item]>> [=rows] = [=open]jdbc.sql([=open][=br][#rt]
[#if listing.filters?has_content][=open]"select * from [=table.name]" + [=conditions] + " order by [=order] limit :limit"[=close][#t]
[#else][=statement('select * from ' + table.name + behind + ' order by ' + order + ' limit :limit')][/#if][=close])[#t]
[#if listing.filters?has_content][=br].params([=conditions].values())[#else][@bound table.scope/][=br].param("from", [=from])[/#if][#t]
[=br].param("limit", Slice.room([=limit]))[=br].query(([=row], [=number]) -> new Slice.Row<>([=variable]([=row], [=number]), [=row].getLong("[=order]")))[=br].list()[=close];[#lt]
    return Slice.of([=rows], [=limit], [=from]);
  }
[#if cursor.key && table.counted]

  private long [=handler.method]From([=open][@parameters declared(table.scope) + [cursor.type + ' ' + cursor.parameter]/][=close]) {
    if ([=cursor.parameter] == null) {
      return Slice.START;
    }
    return [=open]jdbc.sql([=open][=br][=statement('select added from ' + table.name + where)][=close])[@bound table.scope/][=br].param("[=table.key.name]", [=cursor.parameter])[=br].query(Long.class)[=br].optional()[=br].orElseThrow(Slice::unknown)[=close];
  }
[/#if]
[/#macro]
[#macro insert handler columns values]
[#local whole = 'insert into ' + table.name + ' (' + columns?join(', ') + ')']
[#if (whole?length < 100 && values?join(', ')?length < 90)]
            [=whole]
            values ([=values?join(', ')])
[#else]
            insert into [=table.name]
[@pieces '  (' columns ')'/]
            values
[@pieces '  (' values ')'/]
[/#if]
[/#macro]
[#assign body]
/** Keeps [=table.singleton?then("the", "each")] [=table.thing] in the table {@code [=table.name]}. */
@Repository
public class [=table.repository] {
  private final JdbcClient jdbc;
[#if table.anyColumn('json')]
  private final JsonColumns json;
[/#if]

  [=table.repository](JdbcClient jdbc[#if table.anyColumn('json')], JsonColumns json[/#if]) {
    this.jdbc = jdbc;
[#if table.anyColumn('json')]
    this.json = json;
[/#if]
  }
[#if storage.isFound(table)]

  public Optional<[=stored]> find([=open][@parameters declared(table.primary())/][=close]) {
    return [=open]jdbc.sql([=open][=br][=statement('select * from ' + table.name + where)][=close])[@bound table.primary()/][=br].query(this::[=mapped])[=br].optional()[=close];
  }
[/#if]
[#if table.isLocked()]

  /** The same as it stays until the transaction ends. */
  public Optional<[=stored]> lock([=open][@parameters declared(table.primary())/][=close]) {
    return [=open]jdbc.sql([=open][=br][=statement('select * from ' + table.name + where + ' for update')][=close])[@bound table.primary()/][=br].query(this::[=mapped])[=br].optional()[=close];
  }
[/#if]
[#if storage.isAsked(table)]

  public boolean exists([=open][@parameters declared(table.primary())/][=close]) {
    return [=open]jdbc.sql([=open][=br][=statement('select exists (select from ' + table.name + where + ')')][=close])[@bound table.primary()/][=br].query(Boolean.class)[=br].single()[=close];
  }
[/#if]
[#list table.methods() as handler]
[#switch handler.patch???then('replace', handler.role)]
[#case 'list']
[#assign listing = handler.listing]
[#assign chosen = table.scope?map(c -> c.value.member) + listing.filters?map(f -> f.value.member)]
[#assign choosing = declared(table.scope) + listing.filters?map(f -> f.type + ' ' + f.value.member)]
[#if listing.cursor()??]
[@sliced handler/]
[#assign conditions = free('conditions', chosen)]
[#else]
[#assign taken = chosen + listing.sort???then([(listing.sort.parameter)!''], [])]
[#assign limit = free('limit', taken) offset = free('offset', taken) conditions = free('conditions', taken)]
[#assign selected = choosing + listing.sort???then([((listing.sort.type)!'') + ' ' + ((listing.sort.parameter)!'')], []) + listing.page???then(['long ' + limit, 'long ' + offset], [])]
[#assign part = listing.page???then(' limit :limit offset :offset', '')]
[#assign ordered = listing.sort???then(' order by " + order(' + ((listing.sort.parameter)!'') + ')' + part?has_content?then(' + "' + part + '"', ''), ' order by ' + table.order() + part + '"')]

[#if listing.page??]
  /** At most {@code [=limit]} of them, without the first {@code [=offset]}. */
[/#if]
  public List<[=item]> [=handler.method]([=open][@parameters selected/][=close]) {
[#if listing.filters?has_content]
    Conditions [=conditions] = [=handler.conditions()]([=open][@parameters chosen/][=close]);
[/#if]
    return [=open]jdbc.sql([=open][=br][@rows '*' ordered/][=close])[#if listing.filters?has_content][=br].params([=conditions].values())[#else][@bound table.scope/][/#if][#if listing.page??][=br].param("limit", [=listing.page.limitMayBeNegative()?then('Math.max(0, ' + limit + ')', limit)])[=br].param("offset", [=listing.page.offsetMayBeNegative()?then('Math.max(0, ' + offset + ')', offset)])[/#if][=br].query(this::[=variable])[=br].list()[=close];
  }
[/#if]
[#if listing.counts()]

  public long [=handler.count()]([=open][@parameters choosing/][=close]) {
[#if listing.filters?has_content]
    Conditions [=conditions] = [=handler.conditions()]([=open][@parameters chosen/][=close]);
[/#if]
    return [=open]jdbc.sql([=open][=br][@rows 'count(*)' ''/][=close])[#if listing.filters?has_content][=br].params([=conditions].values())[#else][@bound table.scope/][/#if][=br].query(Long.class)[=br].single()[=close];
  }
[/#if]
[#if listing.filters?has_content]

  private static Conditions [=handler.conditions()]([=open][@parameters choosing/][=close]) {
    return new Conditions()
[#list table.scope as c]
        .equal("[=c.name]", [=toColumn(c.value.member, c.value, true, true)])
[/#list]
[#list listing.filters as f]
[#assign end = f?has_next?then('', ';')]
[#if f.several && f.value.kind == 'enum']
        .in([=open][=br]"[=f.column.name]",[=sp][=f.value.member] == null ? null : [=f.value.member].stream().map([=f.value.type]::value).toList()[=close])[=end]
[#elseif f.several]
        .in("[=f.column.name]", [=f.value.member])[=end]
[#else]
        .equal([=open][=br]"[=f.column.name]",[=sp][=toColumn(f.value.member, f.value)][=close])[=end]
[/#if]
[/#list]
  }
[/#if]
[#if listing.sort??]

  private static String order([=listing.sort.type] [=listing.sort.parameter]) {
[#if !listing.sort.required]
    if ([=listing.sort.parameter] == null) {
      return "[=table.order()]";
    }
[/#if]
    return switch ([=listing.sort.parameter]) {
[#list listing.sort.choices as choice]
      case [=choice.constant] -> "[=choice.order], [=table.order()]";
[/#list]
      case UNKNOWN -> "[=table.order()]";
    };
  }
[/#if]
[#break]
[#case 'create']

  public [=stored] [=handler.method]([=open][@parameters declared(table.scope) + [handler.sent.type.text + ' ' + variable]/][=close]) {
[@computed/]
[@kept handler/]
    return jdbc.sql(
            """
[@insert handler table.scope?map(c -> c.name) + handler.writes?map(w -> w.column.name) table.scope?map(c -> ':' + c.name) + handler.writes?map(w -> handler.written(w, table))/]
            returning *
            """)
[#list table.scope as c]
        .param([=open][=br]"[=c.name]",[=sp][=toColumn(c.value.member, c.value, true, true)][=close])
[/#list]
[@written handler/]
        .query(this::[=mapped])
        .single();
  }
[#break]
[#case 'replace']
[#assign wanted = declared(table.primary()) + [handler.patch???then(item, handler.sent.type.text) + ' ' + variable]]
[#assign into = table.primary()?map(c -> c.name) + handler.writes?map(w -> w.column.name)]

  public [=handler.upsert?then(stored, 'Optional<' + stored + '>')] [=handler.method]([=open][@parameters wanted/][=close]) {
[#if handler.upsert]
[@computed/]
[/#if]
[@kept handler/]
    return jdbc.sql(
            """
[#if handler.upsert]
[@insert handler into table.primary()?map(c -> ':' + c.name) + handler.writes?map(w -> handler.written(w, table))/]
            on conflict ([=table.conflict()]) do update
[@pieces 'set ' assigned(handler.assignmentsOfExcluded())/]
[#else]
            update [=table.name]
[@pieces 'set ' assigned(handler.assignments(table))/]
[#if where?has_content]
           [=where]
[/#if]
[/#if]
            returning *
            """)
[#list table.primary() as c]
        .param([=open][=br]"[=c.name]",[=sp][=toColumn(c.value.member, c.value, true, true)][=close])
[/#list]
[@written handler/]
        .query(this::[=mapped])
        .[=handler.upsert?then('single', 'optional')]();
  }
[#break]
[#case 'patch']
[#assign taken = table.primary()?map(c -> c.value.member)]
[#assign changes = free('changes', taken) assignments = free('assignments', taken)]

  /** Changes what {@code [=changes]} has, and leaves the rest as it is. */
  public Optional<[=stored]> [=handler.method]([=open][@parameters declared(table.primary()) + [handler.sent.type.text + ' ' + changes]/][=close]) {
[@kept handler/]
    var [=assignments] = new Assignments();
[#list handler.writes as w]
[#assign given = changes + '.' + w.value.member + '()']
[#if w.value.maybe]
    if ([=given].present()) {
      [=assignments].set([=open][=br]"[=w.column.name]",[=sp][=toColumn(given, w.value)][=close]);
    }
[#elseif w.value.required]
    [=assignments].set([=open][=br]"[=w.column.name]",[=sp][=toColumn(given, w.value)][=close]);
[#else]
    if ([=given] != null) {
      [=assignments].set([=open][=br]"[=w.column.name]",[=sp][=toColumn(given, w.value, true)][=close]);
    }
[/#if]
[/#list]
[#if handler.mayChangeNothing()]
    if ([=assignments].isEmpty()) {
      return find([=table.primary()?map(c -> c.value.member)?join(', ')]);
    }
[/#if]
    return [=open]jdbc.sql([=open][=br]"update [=table.name] set "[=open][=sp]+ [=assignments][=sp]+ "[#list table.touched() as c], [=c.name] = now()[/#list][#if table.version??], [=table.version] = default[/#if][=where] returning *"[=close][=close])[=br].params([=assignments].values())[@bound table.primary()/][=br].query(this::[=mapped])[=br].optional()[=close];
  }
[#break]
[#case 'delete']
[#assign affected = free('rows', table.primary()?map(c -> c.value.member))]

  /** Whether it was there. */
  public boolean [=handler.method]([=open][@parameters declared(table.primary())/][=close]) {
    int [=affected] = [=open]jdbc.sql([=open][=br][=statement('delete from ' + table.name + where)][=close])[@bound table.primary()/][=br].update()[=close];
    return [=affected] > 0;
  }
[#break]
[/#switch]
[/#list]
[#if table.numbers()]
[#assign fresh = free('number', table.scope?map(c -> c.value.member))]

  /** The next number that no caller has chosen. */
  private [=table.key.value.type] nextNumber([=open][@parameters declared(table.scope)/][=close]) {
    [=table.key.value.type] [=fresh];
    do {
      [=fresh] = [=open]jdbc.sql([=open][=br]"select nextval(pg_get_serial_sequence('[=table.name]', '[=table.key.name]'))"[=close])[=br].query([=table.key.value.type].class)[=br].single()[=close];
    } while (exists([=(table.scope?map(c -> c.value.member) + [fresh])?join(', ')]));
    return [=fresh];
  }
[/#if]
[#if table.version??]

  private Versioned<[=item]> versioned([=open][=br]ResultSet row,[=sp]int number[=close]) throws SQLException {
    return new Versioned<>([=variable](row, number), row.getLong("[=table.version]"));
  }
[/#if]

  private [=item] [=variable]([=open][=br]ResultSet row,[=sp]int number[=close]) throws SQLException {
    return new [=item](
[#list table.columns as column]
        [=fromColumn(column)][#if column?has_next || table.rest??],[#else]);[/#if]
[/#list]
[#if table.rest??]
        [=fromColumn(table.rest)]);
[/#if]
  }
}
[/#assign]
package [=package].store;

[#assign candidates = [
  package + '.api.Field',
  package + '.api.model.' + item,
  'java.math.BigDecimal',
  'java.net.URI',
  'java.sql.ResultSet',
  'java.sql.SQLException',
  'java.util.List',
  'java.util.Objects',
  'java.util.Optional',
  'org.springframework.jdbc.core.simple.JdbcClient',
  'org.springframework.stereotype.Repository',
  'tools.jackson.core.type.TypeReference'
]]
[#list table.imports()?filter(i -> !candidates?seq_contains(i)) as import][#assign candidates += [import]][/#list]
[#list service.mentioned(candidates, body) as import]
import [=import];
[/#list]

[=body][#rt]

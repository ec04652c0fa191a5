[#assign written = storage.written(api)]
[#if !written?has_content]
package [=package].web;

[#list service.sorted([package + '.api.' + api.name + 'Api', 'org.springframework.web.bind.annotation.RestController']) as import]
import [=import];
[/#list]

/** Override a method of {@link [=api.name]Api} here to give it behaviour. */
@RestController
class [=api.name]Controller[=open][=sp]implements [=api.name]Api[=close] {}
[#else]
[#assign repositories = storage.repositories(api)]
[#macro arguments handler][#list handler.row() as a][=a.expression][#sep], [/#sep][/#list][/#macro]
[#-- A number that may be left out. --]
[#function number bound otherwise]
  [#local literal = otherwise + (bound.type == 'Long')?then('L', '')]
  [#return bound.required?then(bound.parameter, 'Objects.requireNonNullElse(' + bound.parameter + ', ' + literal + ')')]
[/#function]
[#function offset page limit]
  [#if page.number??]
    [#local which = number(page.number, page.first)]
    [#if page.first == 1][#return '(' + which + ' - 1L) * ' + limit][/#if]
    [#return '(long) ' + which + ' * ' + limit]
  [/#if]
  [#return page.offset???then(number(page.offset!, 0), '0')]
[/#function]
[#function member m items total page limit offset]
  [#switch m.holds]
    [#case 'items'][#local value = items][#break]
    [#case 'total'][#local value = (m.type == 'Integer')?then('Math.toIntExact(' + total + ')', total)][#break]
    [#case 'pages']
      [#local room = page.limitMayBeZero()?then('Math.max(1, ' + limit + ')', limit)]
      [#local value = '(' + total + ' + ' + room + ' - 1) / ' + room][#if m.type == 'Integer'][#local value = 'Math.toIntExact(' + value + ')'][/#if][#break]
    [#case 'more'][#local value = offset + ' + ' + items + '.size() < ' + total][#break]
    [#case 'size'][#local value = page.limit.parameter][#break]
    [#case 'page'][#local value = page.number.parameter][#break]
    [#case 'offset'][#local value = page.offset.parameter][#break]
    [#case 'absent'][#return 'Field.absent()']
    [#case 'rest'][#return 'Map.of()']
    [#default][#return 'null']
  [/#switch]
  [#return m.maybe?then('Field.of(' + value + ')', value)]
[/#function]
[#-- How an item is given back. --]
[#function answered handler expression]
  [#if handler.status == 200][#return 'ResponseEntity.ok(' + expression + ')'][/#if]
  [#return 'ResponseEntity.status(' + handler.status + ').body(' + expression + ')']
[/#function]
[#function empty status]
  [#if status == 204][#return 'ResponseEntity.noContent().build()'][/#if]
  [#if status == 200][#return 'ResponseEntity.ok().build()'][/#if]
  [#return 'ResponseEntity.status(' + status + ').build()']
[/#function]
[#assign body]
[#if (written?size < api.endpoints?size)]
/** Override another method of {@link [=api.name]Api} here to give it behaviour. */
[/#if]
@RestController
class [=api.name]Controller[=open][=sp]implements [=api.name]Api[=close] {
[#list repositories as field, type]
  private final [=type] [=field];
[/#list]

  [=api.name]Controller([=open][#list repositories as field, type][#if field?is_first][=br][/#if][=type] [=field][#sep],[=sp][/#sep][/#list][=close]) {
[#list repositories as field, type]
    this.[=field] = [=field];
[/#list]
  }
[#list written as endpoint]
[#assign handler = storage.handler(endpoint)]
[#assign table = storage.table(endpoint)]
[#assign one = table.thing]
[#assign items = handler.local('items')]

  @Override
  public ResponseEntity<[=endpoint.result.text]> [=endpoint.name]([=open][#rt]
  [#list endpoint.parameters as p][#if p?is_first][=br][/#if][=p.type.text] [=p.name][#sep],[=sp][/#sep][/#list][#t]
  [#if endpoint.body??][#if endpoint.parameters?has_content],[=sp][#else][=br][/#if][=endpoint.body.text] body[/#if][#t]
  [=close]) {[#lt]
[#if handler.bodyOptional]
    if (body == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A body is required.");
    }
[/#if]
[#if table.parent?? && handler.checksParent()]
    if (![=table.parent.field].exists([#list handler.scope as a][=a.expression][#sep], [/#sep][/#list])) {
      throw missing("[=table.parent.thing]");
    }
[/#if]
[#switch handler.role]
[#case 'list']
[#assign listing = handler.listing]
[#assign scoped = handler.scope?map(a -> a.expression) + listing.filters?map(f -> f.value.member)]
[#assign passed = scoped + listing.sort???then([(listing.sort.parameter)!], [])]
[#if listing.page??]
[#assign limit = listing.page.limit???then(number(listing.page.limit!, listing.page.most), '' + listing.page.most)]
[#if listing.page.number?? && listing.page.limit?? && !listing.page.limit.required]
[#assign bound = limit limit = handler.local('limit')]
    long [=limit] = [=bound];
[/#if]
[#assign from = offset(listing.page, limit)]
[#if (listing.wrapper.has('more'))!false]
[#assign skipped = from from = handler.local('offset')]
    long [=from] = [=skipped];
[/#if]
[#assign passed += [limit, from]]
[#else]
[#assign limit = '0' from = '0']
[/#if]
[#assign call = table.field + '.' + handler.method + '(' + passed?join(', ') + ')']
[#if listing.wrapper??]
[#assign count = table.field + '.' + handler.count() + '(' + scoped?join(', ') + ')']
[#if listing.wrapper.has('pages') || listing.wrapper.has('more')]
[#assign counted = count count = handler.local('total')]
    long [=count] = [=counted];
[/#if]
    List<[=table.item.name]> [=items] = [=table.field].[=handler.method]([=open][#list passed as a][#if a?is_first][=br][/#if][=a][#sep],[=sp][/#sep][/#list][=close]);
    return ResponseEntity.ok(new [=listing.wrapper.type]([=open][#list listing.wrapper.members as m][#if m?is_first][=br][/#if][=member(m, items, count, listing.page!, limit, from)][#sep],[=sp][/#sep][/#list][=close]));
[#else]
    return [=answered(handler, call)];
[/#if]
[#break]
[#case 'read']
    return [=open][=table.field].[=handler.method]([@arguments handler/])[=br].map([#if handler.status == 200]ResponseEntity::ok[#else]item -> [=answered(handler, 'item')][/#if])[=br].orElseThrow(() -> missing("[=one]"))[=close];
[#break]
[#case 'create']
[#assign call = table.field + '.' + handler.method + '(' + (handler.scope?map(a -> a.expression) + ['body'])?join(', ') + ')']
[#if handler.status == 201 && table.key??]
[#assign created = handler.local('created')]
[#if handler.located || handler.answers]
    [=table.item.name] [=created] = [=call];
[#else]
    [=call];
[/#if]
    return ResponseEntity.created([#if handler.located]location([=created].[=table.key.value.member]())[#else]ServletUriComponentsBuilder.fromCurrentRequestUri().build().toUri()[/#if])[#if handler.answers].body([=created])[#else].build()[/#if];
[#elseif handler.answers]
    return [=answered(handler, call)];
[#else]
    [=call];
    return [=empty(handler.status)];
[/#if]
[#break]
[#case 'replace']
[#if handler.upsert]
[#assign call = table.field + '.' + handler.method + '(' + (handler.row()?map(a -> a.expression) + ['body'])?join(', ') + ')']
[#if handler.created != handler.status]
    HttpStatus [=handler.local('status')] = [=table.field].exists([@arguments handler/]) ? [=(handler.status == 200)?then('HttpStatus.OK', (handler.status == 204)?then('HttpStatus.NO_CONTENT', 'HttpStatus.valueOf(' + handler.status + ')'))] : HttpStatus.CREATED;
    return ResponseEntity.status([=handler.local('status')])[#if handler.answers].body([=call]);[#else].build();[/#if]
[#elseif handler.answers]
    return [=answered(handler, call)];
[#else]
    [=call];
    return [=empty(handler.status)];
[/#if]
[#else]
[@changed 'body'/]
[/#if]
[#break]
[#case 'patch']
[@changed 'body'/]
[#break]
[#case 'delete']
[#if handler.answers]
    [=table.item.name] [=handler.local('deleted')] = [=table.field].find([@arguments handler/]).orElseThrow(() -> missing("[=one]"));
    [=table.field].[=handler.method]([@arguments handler/]);
    return [=answered(handler, handler.local('deleted'))];
[#else]
    if (![=table.field].[=handler.method]([@arguments handler/])) {
      throw missing("[=one]");
    }
    return [=empty(handler.status)];
[/#if]
[#break]
[/#switch]
  }
[/#list]
[#if storage.anyLocation(api)]

  private static URI location(Object id) {
    return ServletUriComponentsBuilder.fromCurrentRequestUri().pathSegment("{id}").build(id);
  }
[/#if]
[#if storage.anyNumber(api)]

  /** What is no number is the key of nothing. */
  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is nothing with this key.");
    }
  }
[/#if]
[#if storage.anyMissing(api)]

  private static ResponseStatusException missing(String what) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such " + what + ".");
  }
[/#if]
}
[/#assign]
[#macro changed what]
[#if handler.answers]
    return [=open][=table.field].[=handler.method]([@arguments handler/][#if handler.row()?has_content], [/#if][=what])[=br].map([#if handler.status == 200]ResponseEntity::ok[#else]item -> [=answered(handler, 'item')][/#if])[=br].orElseThrow(() -> missing("[=one]"))[=close];
[#else]
    [=table.field].[=handler.method]([@arguments handler/][#if handler.row()?has_content], [/#if][=what]).orElseThrow(() -> missing("[=one]"));
    return [=empty(handler.status)];
[/#if]
[/#macro]
package [=package].web;

[#assign candidates = [
  package + '.api.' + api.name + 'Api',
  package + '.api.Field',
  'java.net.URI',
  'java.util.List',
  'java.util.Map',
  'java.util.Objects',
  'org.springframework.http.HttpStatus',
  'org.springframework.http.ResponseEntity',
  'org.springframework.web.bind.annotation.RestController',
  'org.springframework.web.server.ResponseStatusException',
  'org.springframework.web.servlet.support.ServletUriComponentsBuilder'
]]
[#list repositories as field, type][#assign candidates += [package + '.store.' + type]][/#list]
[#list (api.importsWith([], package + '.web') + storage.imports(api))?filter(i -> !candidates?seq_contains(i)) as import]
[#if !candidates?seq_contains(import)][#assign candidates += [import]][/#if]
[/#list]
[#list mentioned(candidates, body) as import]
import [=import];
[/#list]

[=body][#rt]
[/#if]

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
[#assign patching = storage.hasPatches(api)]
[#macro arguments handler][#list handler.row() as a][=a.expression][#sep], [/#sep][/#list][/#macro]
[#-- An answer to be. --]
[#function begun status]
  [#if status == 204][#return 'ResponseEntity.noContent()'][/#if]
  [#if status == 200][#return 'ResponseEntity.ok()'][/#if]
  [#return 'ResponseEntity.status(' + status + ')']
[/#function]
[#-- What an item is in an answer. --]
[#function shown handler item]
  [#return handler.answered.projection???then(projected(handler.answered.projection!, item), item)]
[/#function]
[#-- What items are in a list. --]
[#function listed items]
  [#if !handler.listing.each??][#return items][/#if]
  [#local one = handler.local('item')]
  [#return open + items + br + '.stream()' + br + '.map(' + one + ' -> ' + projected(handler.listing.each, one) + ')' + br + '.toList()' + close]
[/#function]
[#-- How an item is given back. --]
[#function answered handler expression versioned=false]
  [#local item = versioned?then(expression + '.item()', expression)]
  [#local headers = versioned?then('.eTag(' + expression + '.tag())', '')]
  [#if handler.dated][#local headers += '.lastModified(' + item + '.' + table.changed().value.member + '().toInstant())'][/#if]
  [#local whole = shown(handler, item)]
  [#if headers?has_content][#return begun(handler.status) + headers + '.body(' + whole + ')'][/#if]
  [#if handler.status == 200][#return 'ResponseEntity.ok(' + whole + ')'][/#if]
  [#return begun(handler.status) + '.body(' + whole + ')']
[/#function]
[#-- How it is told that all went well. --]
[#function empty status][#return begun(status) + '.build()'][/#function]
[#assign body]
[#if (written?size < api.endpoints?size)]
/** Override another method of {@link [=api.name]Api} here to give it behaviour. */
[/#if]
@RestController
class [=api.name]Controller[=open][=sp]implements [=api.name]Api[=close] {
[#list repositories as field, type]
  private final [=type] [=field];
[/#list]
[#if patching]
  private final JsonPatches patches;
[/#if]

  [=api.name]Controller([=open][#list repositories as field, type][#if field?is_first][=br][/#if][=type] [=field][#sep],[=sp][/#sep][/#list][#if patching],[=sp]JsonPatches patches[/#if][=close]) {
[#list repositories as field, type]
    this.[=field] = [=field];
[/#list]
[#if patching]
    this.patches = patches;
[/#if]
  }
[#list written as endpoint]
[#assign handler = storage.handler(endpoint)]
[#assign table = storage.table(endpoint)]
[#assign one = table.thing]
[#assign items = handler.local('items')]
[#assign found = handler.local('found')]
[#assign versioned = table.version??]
[#assign stored = versioned?then('Versioned<' + table.item.name + '>', table.item.name)]

  @Override
[#if handler.endpoint.deprecated]
  @Deprecated
[/#if]
[#if handler.locks()]
  @Transactional
[/#if]
  public ResponseEntity<[=endpoint.result.text]> [=endpoint.name]([=open][#rt]
  [#list endpoint.parameters as p][#if p?is_first][=br][/#if][=p.type.text] [=p.name][#sep],[=sp][/#sep][/#list][#t]
  [#if endpoint.body??][#if endpoint.parameters?has_content],[=sp][#else][=br][/#if][=endpoint.body.text] body[/#if][#t]
  [=close]) {[#lt]
[#if handler.untold?has_content]
    if ([=open][#list handler.untold as u][=u.asked][#sep][=sp]|| [/#sep][/#list][=close]) {
      // Yours to write: nothing in the contract says what [=(handler.untold?size == 1)?then('this does', 'these do')].
      return [=api.name]Api.super.[=endpoint.name]([=open][#list endpoint.parameters as p][#if p?is_first][=br][/#if][=p.name][#sep],[=sp][/#sep][/#list][#if endpoint.body??][#if endpoint.parameters?has_content],[=sp][/#if]body[/#if][=close]);
    }
[/#if]
[#if (handler.sent.lacks?has_content)!false]
    if ([=open][#list handler.sent.lacks as l][=l][#sep][=sp]|| [/#sep][/#list][=close]) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, [=handler.sent.lacking.literal()]);
    }
[/#if]
[#if table.parent?? && handler.checksParent()]
    if (![=table.parent.field].exists([#list handler.scope as a][=a.expression][#sep], [/#sep][/#list])) {
      throw Replies.missing("[=table.parent.thing]");
    }
[/#if]
[#if handler.condition??]
[@guarded/]
[/#if]
[#if handler.since??]
[@unchanged/]
[/#if]
[#switch handler.role]
[#case 'list']
[#assign listing = handler.listing]
[#assign scoped = handler.scope?map(a -> a.expression) + listing.filters?map(f -> f.value.member)]
[#assign passed = scoped + listing.sort???then([(listing.sort.parameter)!], [])]
[#assign limit = '0' from = '0' page = '0']
[#if listing.page??]
[#assign limit = room(listing.page)]
[#assign sized = (listing.wrapper.has('size'))!false wide = false]
[#if listing.page.limit?? && !listing.page.limit.required && (sized || listing.page.number??)]
[#assign bound = limit limit = handler.local('limit')]
[#assign wide = !sized || listing.page.limit.type == 'Long']
    [=wide?then('long', 'int')] [=limit] = [=bound];
[/#if]
[#if listing.page.number??]
[#assign page = number(listing.page.number, listing.page.first)]
[#if !listing.page.number.required && ((listing.wrapper.has('page'))!false)]
[#assign bound = page page = handler.local('page')]
    [=primitive(listing.page.number)] [=page] = [=bound];
[/#if]
[/#if]
[#if listing.cursor()??]
[#assign passed += [listing.cursor().parameter, limit]]
[#else]
[#assign from = offset(listing.page, limit, page, wide)]
[#assign said = (listing.wrapper.has('offset'))!false]
[#if ((listing.wrapper.has('more'))!false) || said && !listing.page.offset.required]
[#assign skipped = from from = handler.local('offset')]
    [=said?then(primitive(listing.page.offset), 'long')] [=from] = [=skipped];
[/#if]
[#assign passed += [limit, from]]
[/#if]
[/#if]
[#assign call = table.field + '.' + handler.method + '(' + passed?has_content?then(open + br + passed?join(',' + sp) + close, '') + ')']
[#if listing.cursor()??]
[@sliced/]
[#elseif listing.wrapper??]
[#assign count = counting(handler, scoped)]
[#if listing.wrapper.has('pages') || listing.wrapper.has('more')]
[#assign counted = count count = handler.local('total')]
    long [=count] = [=counted];
[/#if]
    List<[=table.item.name]> [=items] = [=table.field].[=handler.method]([=open][#list passed as a][#if a?is_first][=br][/#if][=a][#sep],[=sp][/#sep][/#list][=close]);
    return ResponseEntity.ok(new [=listing.wrapper.type]([=open][#list listing.wrapper.members as m][#if m?is_first][=br][/#if][=member(m, items, count, listing.page!, limit, from, page)][#sep],[=sp][/#sep][/#list][=close]));
[#else]
    return [=answered(handler, listed(call))];
[/#if]
[#break]
[#case 'read']
[#if (versioned || handler.dated) && endpoint.parameters?filter(p -> p.in == 'header')?has_content]
    // Where [=versioned?then('If-None-Match has the tag', 'If-Modified-Since has the time')] of the answer, Spring makes it a 304.
[/#if]
    return [=open][=table.field].[=handler.method]([@arguments handler/])[=br].map([@answering/])[=br].orElseThrow(() -> Replies.missing("[=one]"))[=close];
[#break]
[#case 'create']
[#assign call = table.field + '.' + handler.method + '(' + (handler.scope?map(a -> a.expression) + [handler.sent.expression])?join(', ') + ')']
[#if handler.status == 201 && table.key??]
[#assign created = handler.local('created')]
[#if handler.located || handler.answered.showsItem()]
    [=stored] [=created] = [=call];
[#else]
    [=call];
[/#if]
[#assign fresh = versioned?then(created + '.item()', created)]
    return [=open]ResponseEntity.created([#if handler.located][#if handler.slashed]URI.create([/#if]Replies.location([=fresh].[=table.key.value.member]()[=table.key.value.maybe?then(".value()", "")])[#if handler.slashed] + "/")[/#if][#else]ServletUriComponentsBuilder.fromCurrentRequestUri().build().toUri()[/#if])[#if versioned && (handler.located || handler.answered.showsItem())][=br].eTag([=created].tag())[/#if][#if handler.answered.any][=br].body([=shown(handler, fresh)])[#else][=br].build()[/#if][=close];
[#elseif handler.answered.any]
[@returned call/]
[#else]
    [=call];
    return [=empty(handler.status)];
[/#if]
[#break]
[#case 'replace']
[#if handler.upsert]
[#assign call = table.field + '.' + handler.method + '(' + (handler.row()?map(a -> a.expression) + [handler.sent.expression])?join(', ') + ')']
[#if handler.created != handler.status]
    HttpStatus [=handler.local('status')] = [=table.field].exists([@arguments handler/]) ? [=(handler.status == 200)?then('HttpStatus.OK', (handler.status == 204)?then('HttpStatus.NO_CONTENT', 'HttpStatus.valueOf(' + handler.status + ')'))] : HttpStatus.CREATED;
[#if versioned]
    [=stored] [=handler.local('item')] = [=call];
    return ResponseEntity.status([=handler.local('status')]).eTag([=handler.local('item')].tag())[#if handler.answered.any].body([=shown(handler, handler.local('item') + '.item()')]);[#else].build();[/#if]
[#elseif handler.answered.projection??]
    [#if handler.answered.showsItem()][=stored] [=handler.local('item')] = [/#if][=call];
    return [=open]ResponseEntity.status([=handler.local('status')])[=br].body([=shown(handler, handler.local('item'))])[=close];
[#elseif handler.answered.any]
    return ResponseEntity.status([=handler.local('status')]).body([=call]);
[#else]
    [=call];
    return ResponseEntity.status([=handler.local('status')]).build();
[/#if]
[#elseif handler.answered.any]
[@returned call/]
[#elseif versioned]
    return [=begun(handler.status)].eTag([=call].tag()).build();
[#else]
    [=call];
    return [=empty(handler.status)];
[/#if]
[#else]
[@changed handler.sent.expression/]
[/#if]
[#break]
[#case 'patch']
[#if handler.patch??]
    [=table.item.name] [=handler.local('current')] = [=open][=table.field].lock([@arguments handler/])[#if versioned][=br].map(Versioned::item)[/#if][=br].orElseThrow(() -> Replies.missing("[=one]"))[=close];
    [=table.item.name] [=handler.local('changed')] = patches.[=handler.patch.merges?then('merge', 'apply')]([=open][=br][=handler.sent.expression],[=sp][=handler.local('current')],[=sp][=table.item.name].class,[=sp][=handler.patch.schema.literal()],[=sp]Set.of([=open][#list handler.fixed(table) as f][#if f?is_first][=br][/#if][=f.literal()][#sep],[=sp][/#sep][/#list][=close])[=close]);
[@changed handler.local('changed')/]
[#else]
[@changed handler.sent.expression/]
[/#if]
[#break]
[#case 'delete']
[#if handler.answered.showsItem()]
    [=table.item.name] [=handler.local('deleted')] = [=open][=table.field].find([@arguments handler/])[#if versioned][=br].map(Versioned::item)[/#if][=br].orElseThrow(() -> Replies.missing("[=one]"))[=close];
    [=table.field].[=handler.method]([@arguments handler/]);
    return [=answered(handler, handler.local('deleted'))];
[#else]
    if (![=table.field].[=handler.method]([@arguments handler/])) {
      throw Replies.missing("[=one]");
    }
    return [=handler.answered.any?then(answered(handler, ''), empty(handler.status))];
[/#if]
[#break]
[/#switch]
  }
[/#list]
}
[/#assign]
[#-- Goes on only where the version that is there is the one that the caller means. --]
[#macro guarded]
[#assign tags = handler.condition.name]
[#assign unsaid = handler.condition.required?then('', tags + ' != null' + sp + '&& ')]
[#if handler.upsert]
    if ([=open][=unsaid][=table.field].lock([@arguments handler/]).filter([=found] -> [=found].isAmong([=tags])).isEmpty()[=close]) {
[#else]
    if ([=open][=unsaid]![=table.field].lock([@arguments handler/]).orElseThrow(() -> Replies.missing("[=one]")).isAmong([=tags])[=close]) {
[/#if]
      throw Replies.changed();
    }
[/#macro]
[#-- A list that goes on where a cursor stands. --]
[#macro sliced]
[#local cursor = listing.cursor()]
[#local slice = handler.local('slice')]
[#local next = slice + (cursor.key && !storage.anyCursor(false))?then('.more()', '.next()')]
[#local count = counting(handler, scoped)]
[#local linked = (cursor.told == 'header')?then('.headers(Replies.linked(' + cursor.property.literal() + ', ' + next + '))', '')]
    Slice<[=table.item.name]> [=slice] = [=table.field].[=handler.method]([=open][#list passed as a][#if a?is_first][=br][/#if][=a][#sep],[=sp][/#sep][/#list][=close]);
[#if listing.wrapper?? && listing.wrapper.has('pages')]
    long [=handler.local('total')] = [=count];
[#local count = handler.local('total')]
[/#if]
    return [#if linked?has_content][=open][/#if]ResponseEntity.ok([#if linked?has_content])[=br][=linked][=br].body([/#if][#rt]
[#if listing.wrapper??]new [=listing.wrapper.type]([=open][#list listing.wrapper.members as m][#if m?is_first][=br][/#if][=member(m, slice + '.items()', count, listing.page, limit, '', '', next)][#sep],[=sp][/#sep][/#list][=close])[#t]
[#else][=listed(slice + '.items()')][/#if])[#if linked?has_content][=close][/#if];[#lt]
[/#macro]
[#-- Goes on only where nothing has changed after the time that the caller names; a version says more than a time. --]
[#macro unchanged]
[#local date = handler.since.name]
[#local unsaid = handler.condition???then((handler.condition.name)! + ' == null' + sp + '&& ', '') + handler.since.required?then('', date + ' != null' + sp + '&& ')]
[#local changedAt = versioned?then(found + '.item()', found) + '.' + table.changed().value.member + '()']
    if ([=open][=unsaid][=table.field].lock([@arguments handler/]).filter([=found] -> Replies.isLater([=changedAt], [=date])).isPresent()[=close]) {
      throw Replies.changed();
    }
[/#macro]
[#-- What makes an answer of an item. --]
[#macro answering]
[#if !versioned && !handler.dated && handler.status == 200 && !handler.answered.projection??]ResponseEntity::ok[#else][=found] -> [=answered(handler, found, versioned)][/#if][#t]
[/#macro]
[#macro returned call]
[#if versioned]
    [=stored] [=handler.local('item')] = [=call];
    return [=answered(handler, handler.local('item'), true)];
[#elseif handler.answered.projection??]
    [#if handler.answered.showsItem()][=stored] [=handler.local('item')] = [/#if][=call];
    return [=answered(handler, handler.local('item'))];
[#else]
    return [=answered(handler, call)];
[/#if]
[/#macro]
[#macro changed what]
[#if handler.answered.any]
    return [=open][=table.field].[=handler.method]([@arguments handler/][#if handler.row()?has_content], [/#if][=what])[=br].map([@answering/])[=br].orElseThrow(() -> Replies.missing("[=one]"))[=close];
[#elseif versioned]
    return [=open][=table.field].[=handler.method]([@arguments handler/][#if handler.row()?has_content], [/#if][=what])[=br].map([=found] -> [=begun(handler.status)].eTag([=found].tag()).<Void>build())[=br].orElseThrow(() -> Replies.missing("[=one]"))[=close];
[#else]
    [=table.field].[=handler.method]([@arguments handler/][#if handler.row()?has_content], [/#if][=what]).orElseThrow(() -> Replies.missing("[=one]"));
    return [=empty(handler.status)];
[/#if]
[/#macro]
package [=package].web;

[#assign candidates = [
  package + '.api.' + api.name + 'Api',
  package + '.api.Field',
  package + '.store.Slice',
  package + '.store.Versioned',
  'java.net.URI',
  'java.util.List',
  'java.util.Map',
  'java.util.Objects',
  'java.util.Set',
  'org.springframework.http.HttpStatus',
  'org.springframework.http.ResponseEntity',
  'org.springframework.transaction.annotation.Transactional',
  'org.springframework.web.bind.annotation.RestController',
  'org.springframework.web.server.ResponseStatusException',
  'org.springframework.web.servlet.support.ServletUriComponentsBuilder'
]]
[#list repositories as field, type][#assign candidates += [package + '.store.' + type]][/#list]
[#list (api.importsWith([], package + '.web') + storage.imports(api))?filter(i -> !candidates?seq_contains(i)) as import]
[#if !candidates?seq_contains(import)][#assign candidates += [import]][/#if]
[/#list]
[#list service.mentioned(candidates, body) as import]
import [=import];
[/#list]

[=body][#rt]
[/#if]

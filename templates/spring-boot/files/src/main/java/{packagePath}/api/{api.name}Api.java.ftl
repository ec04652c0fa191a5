[#assign shortcuts = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']]
[#assign web = 'org.springframework.web.bind.annotation.']
[#assign own = ['org.springframework.http.ResponseEntity']]
[#list shortcuts?filter(m -> api.anyMethod(m)) as m]
[#assign own += [web + m?capitalize + 'Mapping']]
[/#list]
[#if ['HEAD', 'OPTIONS', 'TRACE']?filter(m -> api.anyMethod(m))?has_content]
[#assign own += [web + 'RequestMapping', web + 'RequestMethod']]
[/#if]
[#if api.anyBody()][#assign own += [web + 'RequestBody']][/#if]
[#if api.anyParameter('path')][#assign own += [web + 'PathVariable']][/#if]
[#if api.anyParameter('query') || api.anyParameter('field')][#assign own += [web + 'RequestParam']][/#if]
[#if api.anyParameter('header')][#assign own += [web + 'RequestHeader']][/#if]
[#if api.anyParameter('cookie')][#assign own += [web + 'CookieValue']][/#if]
[#if api.anyParameter('file')][#assign own += [web + 'RequestPart']][/#if]
[#macro mediaTypes types]
  [#if types?size == 1][=types[0].literal()][#else][=open]{[#list types as t][=br][=t.literal()][#sep],[=sp][/#list]}[=close][/#if][#t]
[/#macro]
[#macro binding annotation p]
  @[=annotation][#t]
  [#if p.renamed || !p.required]([#if p.renamed]name = [=p.key.literal()][#if !p.required], [/#if][/#if][#if !p.required]required = false[/#if])[/#if][#t]
[/#macro]
[#macro parameter p]
  [#switch p.binding]
    [#case 'path']@PathVariable[#break][#t]
    [#case 'query'][@binding 'RequestParam' p/][#break][#t]
    [#case 'field'][@binding 'RequestParam' p/][#break][#t]
    [#case 'header'][@binding 'RequestHeader' p/][#break][#t]
    [#case 'cookie'][@binding 'CookieValue' p/][#break][#t]
    [#case 'file'][@binding 'RequestPart' p/][#break][#t]
    [#case 'styled'][#t]
      @Styled([=open][=br]in = Styled.In.[=p.in?upper_case][#t]
      ,[=sp]name = [=p.key.literal()],[=sp]style = Styled.Style.[=p.styleConstant()][#t]
      [#if p.explode],[=sp]explode = true[/#if][#if !p.required],[=sp]required = false[/#if][=close])[#t]
  [/#switch]
  [=sp][=p.type.declared()] [=p.name][#t]
[/#macro]
package [=package].api;

[#list api.importsWith(own) as import]
import [=import];
[/#list]

/**
[#list (api.doc.isEmpty()?then(api.tag, api.doc)).javadoc(112) as line]
 *[#if line?has_content] [=line][/#if]
[/#list]
 *
 * <p>A method that nobody overrides answers with the contract's example.
 */
public interface [=api.name]Api {
[#list api.endpoints as endpoint]

[#if !endpoint.doc().isEmpty() || endpoint.deprecated]
  /**
[#list endpoint.doc().javadoc(110) as line]
   *[#if line?has_content] [=line][/#if]
[/#list]
[#if endpoint.deprecated]
[#if !endpoint.doc().isEmpty()]
   *
[/#if]
   * @deprecated by the contract
[/#if]
   */
[/#if]
[#if endpoint.deprecated]
  @Deprecated
[/#if]
[#assign named = endpoint.consumes?has_content || endpoint.produces?has_content]
[#if shortcuts?seq_contains(endpoint.method)]
  @[=endpoint.method?capitalize]Mapping([=open][=br][#if named]path = [/#if][=endpoint.path.literal()][#rt]
[#else]
  @RequestMapping([=open][=br]method = RequestMethod.[=endpoint.method],[=sp]path = [=endpoint.path.literal()][#rt]
[/#if]
  [#if endpoint.consumes?has_content],[=sp]consumes = [@mediaTypes endpoint.consumes/][/#if][#t]
  [#if endpoint.produces?has_content],[=sp]produces = [@mediaTypes endpoint.produces/][/#if][#t]
  [=close])[#lt]
  default ResponseEntity<[=endpoint.result.text]> [=endpoint.name]([=open][#rt]
  [#list endpoint.parameters as p][#if p?is_first][=br][/#if][@parameter p/][#sep],[=sp][/#list][#t]
  [#if endpoint.body??][#t]
    [#if endpoint.parameters?has_content],[=sp][#else][=br][/#if][#t]
    @RequestBody[#if !endpoint.bodyRequired](required = false)[/#if] [=endpoint.body.declared()] body[#t]
  [/#if][#t]
  [=close]) {[#lt]
    return Stub.answer("[=endpoint.name]");
  }
[/#list]
}

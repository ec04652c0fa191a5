[#assign styled = service.anyParameter('styled')]
[#assign enums = service.enumParameters()]
[#assign plainLists = plainTexts && service.anyPlain('List')]
[#assign own = ['org.springframework.context.annotation.Configuration', 'org.springframework.web.servlet.config.annotation.WebMvcConfigurer']]
[#assign guards = service.anyWithoutBody()?then(['WithoutBody'], []) + service.anyPartsSchema()?then(['PartsSchema'], [])]
[#if guards?has_content]
[#assign own += ['org.springframework.web.servlet.config.annotation.InterceptorRegistry'] + guards?map(g -> package + '.api.' + g)]
[/#if]
[#if styled || service.anyJsonText()][#assign own += ['java.util.List']][/#if]
[#if styled][#assign own += ['org.springframework.web.method.support.HandlerMethodArgumentResolver', package + '.api.StyledArguments']][/#if]
[#if service.readsForms()][#assign own += [package + '.api.FormBodies']][/#if]
[#if service.readsForms() || service.anyJsonText()]
[#assign own += ['org.springframework.http.converter.HttpMessageConverters']]
[/#if]
[#if service.anyJsonText()]
[#assign own += ['java.nio.charset.StandardCharsets', 'org.springframework.http.MediaType', 'org.springframework.http.converter.StringHttpMessageConverter']]
[/#if]
[#if enums?has_content || plainLists][#assign own += ['org.springframework.format.FormatterRegistry']][/#if]
[#list enums as e][#assign own += [package + '.api.model.' + e.name]][/#list]
package [=package].web;

[#list service.sorted(own) as import]
import [=import];
[/#list]

/** Reads what callers send in forms that Spring does not read out of the box. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
[#if styled]

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new StyledArguments());
  }
[/#if]
[#if guards?has_content]

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
[#list guards as guard]
    registry.addInterceptor(new [=guard].Guard());
[/#list]
  }
[/#if]
[#if service.readsForms() || service.anyJsonText()]

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
[#if service.readsForms()]
    builder.addCustomConverter(new FormBodies());
[/#if]
[#if service.anyJsonText()]
    // A string in JSON stands in quotes: leave it to the JSON converter.
    StringHttpMessageConverter text = new StringHttpMessageConverter(StandardCharsets.UTF_8);
    text.setSupportedMediaTypes(
        List.of(
            MediaType.TEXT_PLAIN,
            new MediaType("text"),
            MediaType.APPLICATION_XML,
            new MediaType("application", "*+xml")));
    builder.withStringConverter(text);
[/#if]
  }
[/#if]
[#if enums?has_content || plainLists]

  @Override
  public void addFormatters(FormatterRegistry registry) {
[#if plainLists]
    PlainTexts.register(registry);
[/#if]
[#list enums as e]
[#if e.valueType.text == 'String']
    registry.addConverter([=open][=br]String.class,[=sp][=e.name].class,[=sp]text -> documented([=open][=br][=e.name].of(text),[=sp][=e.name].UNKNOWN[=close])[=close]);
[#else]
    registry.addConverter([=open][=br]String.class,[=sp][=e.name].class,[=sp]text -> documented([=open][=br][=e.name].of([=e.valueType.text].valueOf(text)),[=sp][=e.name].UNKNOWN[=close])[=close]);
[/#if]
[/#list]
  }
[/#if]
[#if enums?has_content]

  private static <E> E documented(E value, E unknown) {
    if (value == unknown) {
      throw new IllegalArgumentException("must be one of the documented values");
    }
    return value;
  }
[/#if]
}

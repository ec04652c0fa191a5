package [=package].web;

[#list service.sorted([
  'org.apache.catalina.core.StandardHost',
  'org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory',
  'org.springframework.boot.web.server.WebServerFactoryCustomizer',
  'org.springframework.context.annotation.Bean',
  'org.springframework.context.annotation.Configuration'
] + service.security???then([], [
  'org.apache.catalina.filters.HttpHeaderSecurityFilter',
  'org.springframework.boot.web.servlet.FilterRegistrationBean',
  'org.springframework.core.Ordered'
])) as import]
import [=import];
[/#list]

/** What holds for every request, also for those that come to no controller. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReport() {
    return server ->
        server.addContextCustomizers(
            context -> ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemReport.class.getName()));
  }
[#if !service.security??]

  /** Keeps browsers from guessing types and from showing answers in frames. */
  @Bean
  FilterRegistrationBean<HttpHeaderSecurityFilter> securityHeaders() {
    var headers = new FilterRegistrationBean<>(new HttpHeaderSecurityFilter());
    headers.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return headers;
  }
[/#if]
}

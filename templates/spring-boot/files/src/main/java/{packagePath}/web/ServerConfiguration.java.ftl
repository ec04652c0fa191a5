package [=package].web;

[#list service.sorted([
  'org.apache.catalina.core.StandardHost',
  'org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory',
  'org.springframework.boot.web.server.WebServerFactoryCustomizer',
  'org.springframework.context.annotation.Bean',
  'org.springframework.context.annotation.Configuration'
] + (service.security?? && !service.keepsSemicolons())?then([], [
  'org.springframework.boot.web.servlet.FilterRegistrationBean',
  'org.springframework.core.Ordered'
]) + service.security???then([], [
  'org.apache.catalina.filters.HttpHeaderSecurityFilter'
]) + service.keepsSemicolons()?then([
  'jakarta.servlet.Filter',
  'jakarta.servlet.http.HttpServletRequest',
  'jakarta.servlet.http.HttpServletRequestWrapper'
], [])) as import]
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
[#if service.keepsSemicolons()]

  /** Keeps what follows a semicolon in the path, which is dropped by default but belongs to the contract's paths. */
  @Bean
  FilterRegistrationBean<Filter> semicolons() {
    var semicolons =
        new FilterRegistrationBean<Filter>(
            (request, response, chain) ->
                chain.doFilter(
                    new HttpServletRequestWrapper((HttpServletRequest) request) {
                      @Override
                      public String getRequestURI() {
                        return super.getRequestURI().replace(";", "%3B");
                      }
                    },
                    response));
    semicolons.setOrder(Ordered.HIGHEST_PRECEDENCE);[#if service.security??] // security is to see the same path as the controllers[/#if]
    return semicolons;
  }
[/#if]
}

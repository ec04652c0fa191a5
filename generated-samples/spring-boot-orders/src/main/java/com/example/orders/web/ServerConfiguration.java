package com.example.orders.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds for every request, also for those that come to no controller. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReport() {
    return server ->
        server.addContextCustomizers(
            context -> ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemReport.class.getName()));
  }
}

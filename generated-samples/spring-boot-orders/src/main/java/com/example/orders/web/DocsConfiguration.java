package com.example.orders.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The API page at {@code /docs}, with the contract it shows. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("docs.enabled")
class DocsConfiguration implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/docs", "/docs/index.html");
    registry.addRedirectViewController("/docs/", "/docs/index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/docs/api/**").addResourceLocations("classpath:/api/");
    registry
        .addResourceHandler("/docs/lib/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .resourceChain(true); // finds a library's folder whatever its version is
    registry.addResourceHandler("/docs/*").addResourceLocations("classpath:/docs/");
  }
}

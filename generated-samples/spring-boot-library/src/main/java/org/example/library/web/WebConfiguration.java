package org.example.library.web;

import java.util.List;
import org.example.library.api.StyledArguments;
import org.example.library.api.model.Kind;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads what callers send in forms that Spring does not read out of the box. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new StyledArguments());
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    PlainTexts.register(registry);
    registry.addConverter(String.class, Kind.class, text -> documented(Kind.of(text), Kind.UNKNOWN));
  }

  private static <E> E documented(E value, E unknown) {
    if (value == unknown) {
      throw new IllegalArgumentException("must be one of the documented values");
    }
    return value;
  }
}

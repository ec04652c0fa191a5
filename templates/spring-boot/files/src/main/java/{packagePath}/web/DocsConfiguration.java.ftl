package [=package].web;

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
        .addResourceLocations([=open][=br]"classpath:/META-INF/resources/webjars/"[#if contractBeside?has_content],[=sp]"classpath:/docs/lib/"[/#if][=close])
        .resourceChain(true); // finds a library's folder whatever its version is
[#if contractBeside?has_content]
    // the contract's files beside the folder "api" lie there too
    registry.addResourceHandler("/docs/**").addResourceLocations("classpath:/docs/");
[#else]
    registry.addResourceHandler("/docs/*").addResourceLocations("classpath:/docs/");
[/#if]
  }
}

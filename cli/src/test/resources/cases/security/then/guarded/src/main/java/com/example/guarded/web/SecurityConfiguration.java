package com.example.guarded.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AllAuthoritiesAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.util.Assert;

/** Who may call what, as the contract says. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Bean
  SecurityFilterChain security(HttpSecurity http, Refusals refusals, Environment environment) {
    return http
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll() // the request itself has been let in before
                    .requestMatchers(EndpointRequest.to("health", "prometheus"))
                    .permitAll()
                    .requestMatchers("/docs", "/docs/**")
                    .permitAll()
                    .requestMatchers(SecurityConfiguration::isForeign)
                    .denyAll()
                    .requestMatchers(HttpMethod.GET, "/books")
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, "/books")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/books")
                    .hasAuthority("KEY_readerCard")
                    .requestMatchers("/books/newest")
                    .hasAuthority("KEY_readerCard")
                    .requestMatchers("/gate")
                    .permitAll()
                    .requestMatchers("/vault")
                    .hasAuthority("KEY_\"); System.exit(1); // ${HOME} {{auth.x}} | `")
                    .requestMatchers(HttpMethod.GET, "/books/{book}")
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, "/books/{book}")
                    .permitAll()
                    .requestMatchers(HttpMethod.DELETE, "/books/{book}")
                    .access(AuthorizationManagers.anyOf(
                        AllAuthoritiesAuthorizationManager.hasAllAuthorities(
                            "SCOPE_books:drop",
                            "SCOPE_\"${x}}} */ \\u000a#",
                            "KEY_readerCard"),
                        AuthorityAuthorizationManager.hasAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)))
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(Customizer.withDefaults())
                    // what Spring tells of this service: tokens are not bound to a client's certificate
                    .protectedResourceMetadata(
                        metadata ->
                            metadata.protectedResourceMetadataCustomizer(
                                resource -> resource.tlsClientCertificateBoundAccessTokens(false)))
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals))
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .addFilterBefore(new ApiKeyFilter(environment), AnonymousAuthenticationFilter.class)
        .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable) // there is no form to put a token into; see isForeign
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Whether a browser sends this for a page of another site, and with it the credentials it keeps for this one. */
  private static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null
        && !Set.of("same-origin", "none").contains(site)
        && !SAFE_METHODS.contains(request.getMethod());
  }

  @Bean
  UserDetailsService users(
      @Value("${basic.username}") String username, @Value("${basic.password}") String password) {
    Assert.hasText(password, "basic.password must not be empty");
    return new InMemoryUserDetailsManager(User.withUsername(username).password(password).build());
  }

  /** Compares in the same time whatever is wrong; the password stands nowhere but in the configuration. */
  @Bean
  PasswordEncoder passwords() {
    return new PasswordEncoder() {
      @Override
      public String encode(CharSequence password) {
        return password.toString();
      }

      @Override
      public boolean matches(CharSequence password, String expected) {
        return MessageDigest.isEqual(bytes(password), bytes(expected));
      }

      private byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  /** Guards the path; methods and names of parameters are left to Spring MVC, which answers as the contract says. */
  @Bean
  StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowedParameterNames(name -> true);
    return firewall;
  }
}

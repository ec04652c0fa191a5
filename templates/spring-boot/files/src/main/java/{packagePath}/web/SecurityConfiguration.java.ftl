[#assign security = service.security]
[#assign own = [
  'jakarta.servlet.DispatcherType',
  'org.springframework.context.annotation.Bean',
  'org.springframework.context.annotation.Configuration',
  'org.springframework.security.config.annotation.web.builders.HttpSecurity',
  'org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer',
  'org.springframework.security.config.http.SessionCreationPolicy',
  'org.springframework.security.web.SecurityFilterChain',
  'org.springframework.security.web.firewall.StrictHttpFirewall'
]]
[#if monitoring][#assign own += ['org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest']][/#if]
[#if security.anyRuleByMethod()][#assign own += ['org.springframework.http.HttpMethod']][/#if]
[#if security.bearer][#assign own += ['org.springframework.security.config.Customizer']][/#if]
[#if security.keys?has_content]
[#assign own += ['org.springframework.core.env.Environment', 'org.springframework.security.web.authentication.AnonymousAuthenticationFilter']]
[/#if]
[#if security.names('bearer') || security.names('basic')]
[#assign own += ['org.springframework.security.core.authority.FactorGrantedAuthority']]
[/#if]
[#if security.anyMixed()]
[#assign own += ['org.springframework.security.authorization.AllAuthoritiesAuthorizationManager', 'org.springframework.security.authorization.AuthorizationManagers']]
[#if security.anySingleInMixed()][#assign own += ['org.springframework.security.authorization.AuthorityAuthorizationManager']][/#if]
[/#if]
[#if security.sentByBrowsers()][#assign own += ['jakarta.servlet.http.HttpServletRequest', 'java.util.Set']][/#if]
[#if security.basic]
[#assign own += ['java.nio.charset.StandardCharsets', 'java.security.MessageDigest', 'org.springframework.beans.factory.annotation.Value', 'org.springframework.security.core.userdetails.User', 'org.springframework.security.core.userdetails.UserDetailsService', 'org.springframework.security.crypto.password.PasswordEncoder', 'org.springframework.security.provisioning.InMemoryUserDetailsManager', 'org.springframework.util.Assert']]
[/#if]
[#macro authority a]
  [#switch a.kind]
    [#case 'bearer']FactorGrantedAuthority.BEARER_AUTHORITY[#break][#t]
    [#case 'basic']FactorGrantedAuthority.PASSWORD_AUTHORITY[#break][#t]
    [#case 'scope'][=a.prefixed('SCOPE_').literal()][#break][#t]
    [#case 'key'][=a.prefixed('KEY_').literal()][#break][#t]
  [/#switch]
[/#macro]
[#macro listed authorities]
  [#list authorities as a][#if a?is_first][=br][/#if][@authority a/][#sep],[=sp][/#list][#t]
[/#macro]
[#macro access a]
  [#if a.isOpen()]permitAll()[#t]
  [#elseif a.isKnown()]authenticated()[#t]
  [#elseif a.isSingle()]hasAuthority([=open][@listed a.singles()/][=close])[#t]
  [#elseif a.areSingles()]hasAnyAuthority([=open][@listed a.singles()/][=close])[#t]
  [#elseif a.alternatives?size == 1]hasAllAuthorities([=open][@listed a.alternatives[0]/][=close])[#t]
  [#else]access(AuthorizationManagers.anyOf([=open][#t]
    [#list a.alternatives as together][#if together?is_first][=br][/#if][#t]
      [#if together?size == 1]AuthorityAuthorizationManager.hasAuthority([@authority together[0]/])[#t]
      [#else]AllAuthoritiesAuthorizationManager.hasAllAuthorities([=open][@listed together/][=close])[/#if][#t]
    [#sep],[=sp][/#list][=close]))[#t]
  [/#if]
[/#macro]
[#macro matched paths method='']
[=open][=br][#if method?has_content]HttpMethod.[=method],[=sp][/#if][#list paths as p][=p.spring().literal()][#sep],[=sp][/#list][=close][#t]
[/#macro]
package [=package].web;

[#list service.sorted(own) as import]
import [=import];
[/#list]

/** Who may call what, as the contract says. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
[#if security.sentByBrowsers()]
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
[/#if]

  @Bean
  SecurityFilterChain security([=open][=br]HttpSecurity http,[=sp]Refusals refusals[#if security.keys?has_content],[=sp]Environment environment[/#if][=close]) {
    return http
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll() // the request itself has been let in before
[#if monitoring]
                    .requestMatchers(EndpointRequest.to("health", "prometheus"))
                    .permitAll()
[/#if]
[#if apiPage]
                    .requestMatchers("/docs", "/docs/**")
                    .permitAll()
[/#if]
[#if security.sentByBrowsers()]
                    .requestMatchers(SecurityConfiguration::isForeign)
                    .denyAll()
[/#if]
[#list security.rules as rule]
[#if rule.methods?has_content]
[#list rule.methods as method]
                    .requestMatchers([@matched rule.paths method/])
                    .[@access rule.access/]
[/#list]
[#else]
                    .requestMatchers([@matched rule.paths/])
                    .[@access rule.access/]
[/#if]
[/#list]
                    .anyRequest()
                    .[@access security.rest/])
[#if security.bearer]
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
[/#if]
[#if security.basic]
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
[/#if]
[#if security.keys?has_content]
        .addFilterBefore(new ApiKeyFilter(environment), AnonymousAuthenticationFilter.class)
[/#if]
        .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
[#if security.sentByBrowsers()]
        .csrf(AbstractHttpConfigurer::disable) // there is no form to put a token into; see isForeign
[#else]
        .csrf(AbstractHttpConfigurer::disable) // no browser sends these credentials by itself
[/#if]
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }
[#if security.sentByBrowsers()]

  /** Whether a browser sends this for a page of another site, and with it the credentials it keeps for this one. */
  private static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null
        && !Set.of("same-origin", "none").contains(site)
        && !SAFE_METHODS.contains(request.getMethod());
  }
[/#if]
[#if security.basic]

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
[/#if]

  /** Guards the path; methods and names of parameters are left to Spring MVC, which answers as the contract says. */
  @Bean
  StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowedParameterNames(name -> true);
[#if service.keepsSemicolons()]
    firewall.setAllowSemicolon(true); // the contract's paths hold them
[/#if]
    return firewall;
  }
}

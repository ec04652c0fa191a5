[#assign security = service.security]
[#assign own = [
  'jakarta.servlet.FilterChain',
  'jakarta.servlet.ServletException',
  'jakarta.servlet.http.HttpServletRequest',
  'jakarta.servlet.http.HttpServletResponse',
  'java.io.IOException',
  'java.nio.charset.StandardCharsets',
  'java.security.MessageDigest',
  'java.util.ArrayList',
  'java.util.List',
  'org.springframework.core.env.Environment',
  'org.springframework.security.core.Authentication',
  'org.springframework.security.core.GrantedAuthority',
  'org.springframework.security.core.authority.SimpleGrantedAuthority',
  'org.springframework.security.core.context.SecurityContext',
  'org.springframework.security.core.context.SecurityContextHolder',
  'org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken',
  'org.springframework.util.Assert',
  'org.springframework.web.filter.OncePerRequestFilter'
]]
[#if security.anyKey('query')][#assign own += ['java.net.URLDecoder', 'java.util.Arrays']][/#if]
[#if security.anyKey('cookie')][#assign own += ['jakarta.servlet.http.Cookie', 'org.springframework.web.util.WebUtils']][/#if]
package [=package].web;

[#list service.sorted(own) as import]
import [=import];
[/#list]

/** Grants what the API keys of a request stand for; a wrong key counts as none. */
class ApiKeyFilter extends OncePerRequestFilter {
[#list security.keys as key]
  private final byte[] [=key.member];
[/#list]

  ApiKeyFilter(Environment environment) {
[#list security.keys as key]
    [=key.member] = key(environment, "api-keys.[=key.property]");
[/#list]
  }

  private static byte[] key(Environment environment, String property) {
    String key = environment.getRequiredProperty(property);
    Assert.hasText(key, () -> property + " must not be empty");
    return key.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<GrantedAuthority> granted = new ArrayList<>();
[#list security.keys as key]
    if (isSame([=open][=br][#if key.in == 'header']request.getHeader([=key.parameter.literal()])[#elseif key.in == 'query']queried(request, [=key.parameter.encoded().literal()])[#else]cookie(request, [=key.parameter.literal()])[/#if],[=sp][=key.member][=close])) {
      granted.add(new SimpleGrantedAuthority([=key.authority.prefixed('KEY_').literal()]));
    }
[/#list]
    if (!granted.isEmpty()) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(with(granted));
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }

  private static boolean isSame(String sent, byte[] key) {
    return sent != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), key);
  }
[#if security.anyKey('query')]

  /** The value in the query alone: a form in the body is not to be read here. */
  private static String queried(HttpServletRequest request, String name) {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> decoded(pair.substring(name.length() + 1)))
        .findFirst()
        .orElse(null);
  }

  /** The text, or nothing when it cannot be decoded. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
[/#if]
[#if security.anyKey('cookie')]

  private static String cookie(HttpServletRequest request, String name) {
    Cookie cookie = WebUtils.getCookie(request, name);
    return cookie == null ? null : cookie.getValue();
  }
[/#if]

  /** Whoever is known already with more authority, or else a holder of keys. */
  private static Authentication with(List<GrantedAuthority> granted) {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known == null
        ? new PreAuthenticatedAuthenticationToken("key", "", granted)
        : known.toBuilder().authorities(all -> all.addAll(granted)).build();
  }
}

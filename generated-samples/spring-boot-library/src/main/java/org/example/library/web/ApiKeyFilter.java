package org.example.library.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.util.Assert;
import org.springframework.web.filter.OncePerRequestFilter;

/** Grants what the API keys of a request stand for; a wrong key counts as none. */
class ApiKeyFilter extends OncePerRequestFilter {
  private final byte[] readerCard;

  ApiKeyFilter(Environment environment) {
    readerCard = key(environment, "api-keys.reader-card");
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
    if (isSame(request.getHeader("X-Reader-Card"), readerCard)) {
      granted.add(new SimpleGrantedAuthority("KEY_readerCard"));
    }
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

  /** Whoever is known already with more authority, or else a holder of keys. */
  private static Authentication with(List<GrantedAuthority> granted) {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known == null
        ? new PreAuthenticatedAuthenticationToken("key", "", granted)
        : known.toBuilder().authorities(all -> all.addAll(granted)).build();
  }
}

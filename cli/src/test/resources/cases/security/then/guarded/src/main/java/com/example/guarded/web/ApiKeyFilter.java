package com.example.guarded.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final byte[] systemExit1HomeAuthX;

  ApiKeyFilter(Environment environment) {
    readerCard = key(environment, "api-keys.reader-card");
    systemExit1HomeAuthX = key(environment, "api-keys.system-exit1-home-auth-x");
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
    if (isSame(queried(request, "k%22%24%7By%7D%0A%20%20evil%3A%20true"), systemExit1HomeAuthX)) {
      granted.add(new SimpleGrantedAuthority("KEY_\"); System.exit(1); // ${HOME} {{auth.x}} | `"));
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

  /** Whoever is known already with more authority, or else a holder of keys. */
  private static Authentication with(List<GrantedAuthority> granted) {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known == null
        ? new PreAuthenticatedAuthenticationToken("key", "", granted)
        : known.toBuilder().authorities(all -> all.addAll(granted)).build();
  }
}

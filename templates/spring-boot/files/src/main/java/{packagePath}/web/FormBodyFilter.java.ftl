package [=package].web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps forms and queries apart: to servlets the fields of both are parameters, and whoever asks for a parameter uses
 * up the body.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FormBodyFilter extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.getInputStream(); // from now on the server takes no parameters from the body
    chain.doFilter(new FormRequest(request), response);
  }

  /** Always has a query, if an empty one: without, Spring makes up the body of a form from the parameters. */
  private static final class FormRequest extends HttpServletRequestWrapper {
    private FormRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getQueryString() {
      return Objects.requireNonNullElse(super.getQueryString(), "");
    }
  }
}

package [=package].api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The form of an operation for requests that leave out their optional body. To Spring a request that names no content
 * type has one, {@code application/octet-stream}; that is refused like any other that the contract does not document.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutBody {

  /** Lets no request with a body pass. */
  final class Guard implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
        throws HttpMediaTypeNotSupportedException {
      boolean alone = handler instanceof HandlerMethod method && method.hasMethodAnnotation(WithoutBody.class);
      if (alone && hasBody(request)) {
        throw new HttpMediaTypeNotSupportedException(MediaType.APPLICATION_OCTET_STREAM, List.of());
      }
      return true;
    }

    private static boolean hasBody(HttpServletRequest request) {
      return request.getContentType() != null
          || request.getContentLengthLong() > 0
          || request.getHeader("Transfer-Encoding") != null;
    }
  }
}

package [=package].api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A body in parts of which the contract says more than the method's parameters do. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PartsSchema {
  /** The schema in {@code contract/schemas.json} that the parts have to keep to. */
  String value();

  /** Lets only parts pass that the schema allows. */
  final class Guard implements HandlerInterceptor {
    /** What counts as the text of a file. */
    private static final String FILE = "file";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
        throws ServletException, IOException {
      if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(PartsSchema.class)) {
        check(parts(request), method.getMethodAnnotation(PartsSchema.class).value());
      }
      return true;
    }

    private static void check(ObjectNode parts, String schema) throws ServletRequestBindingException {
      List<String> problems = ContractSchemas.problemsOfFields(schema, parts);
      if (!problems.isEmpty()) {
        throw new ServletRequestBindingException("body" + String.join("; body", problems));
      }
    }

    /** The parts by their names; of one name, a list. */
    private static ObjectNode parts(HttpServletRequest request) throws ServletException, IOException {
      ObjectNode parts = FromText.MAPPER.createObjectNode();
      for (Part part : request.getParts()) {
        String text =
            part.getSubmittedFileName() == null
                ? new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                : FILE;
        JsonNode before = parts.get(part.getName());
        if (before == null) {
          parts.put(part.getName(), text);
        } else {
          ArrayNode list =
              before instanceof ArrayNode known ? known : FromText.MAPPER.createArrayNode().add(before);
          parts.set(part.getName(), list.add(text));
        }
      }
      return parts;
    }
  }
}

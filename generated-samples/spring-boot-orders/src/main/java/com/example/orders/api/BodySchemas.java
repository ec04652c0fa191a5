package com.example.orders.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Checks the bodies that carry a {@link BodySchema} before they are read. */
@RestControllerAdvice
public class BodySchemas extends RequestBodyAdviceAdapter {

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return parameter.hasParameterAnnotation(BodySchema.class);
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage input,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    MediaType sent = input.getHeaders().getContentType();
    if (sent == null || !sent.getSubtype().endsWith("json")) {
      return input;
    }
    byte[] body = input.getBody().readAllBytes();
    Replayed again = new Replayed(input, body);
    String name = parameter.getParameterAnnotation(BodySchema.class).value();
    List<String> problems;
    try {
      problems = ContractSchemas.problems(name, JsonMapper.shared().readTree(body));
    } catch (JacksonException malformed) {
      return again; // whoever reads it next says what is wrong
    }
    if (!problems.isEmpty()) {
      throw new InvalidBody(problems.stream().map(p -> "body" + p).collect(Collectors.joining("; ")), input);
    }
    return again;
  }

  /** A body that its schema does not allow; the message says why. */
  public static class InvalidBody extends HttpMessageNotReadableException {
    private static final long serialVersionUID = 1L;

    InvalidBody(String message, HttpInputMessage input) {
      super(message, input);
    }
  }

  /** A message whose body has been read and can be read once more. */
  private record Replayed(HttpInputMessage original, byte[] body) implements HttpInputMessage {

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(body);
    }

    @Override
    public HttpHeaders getHeaders() {
      return original.getHeaders();
    }
  }
}

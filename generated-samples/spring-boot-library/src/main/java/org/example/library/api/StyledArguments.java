package org.example.library.api;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/** Reads {@link Styled} parameters. */
public final class StyledArguments implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(Styled.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer container,
      NativeWebRequest request,
      WebDataBinderFactory binders)
      throws Exception {
    Styled styled = parameter.getParameterAnnotation(Styled.class);
    JavaType type = FromText.MAPPER.constructType(parameter.getGenericParameterType());
    Map<String, List<String>> sent = sent(styled, request.getNativeRequest(HttpServletRequest.class));
    try {
      Optional<JsonNode> value = StyledText.read(styled, type, sent);
      if (value.isEmpty() && styled.required()) {
        throw new ServletRequestBindingException(styled.name() + " is required");
      }
      Object argument = value.map(node -> FromText.MAPPER.<Object>treeToValue(node, type)).orElse(null);
      validate(argument, parameter, binders.createBinder(request, argument, styled.name()));
      return argument;
    } catch (JacksonException unreadable) {
      throw new ServletRequestBindingException(styled.name() + " is not of the documented type", unreadable);
    }
  }

  /** Constraints of the parameter itself are left to Spring, which does not look into a value for them alone. */
  private static void validate(Object argument, MethodParameter parameter, WebDataBinder binder)
      throws MethodArgumentNotValidException {
    if (argument != null && parameter.hasParameterAnnotation(Valid.class)) {
      binder.validate();
      if (binder.getBindingResult().hasErrors()) {
        throw new MethodArgumentNotValidException(parameter, binder.getBindingResult());
      }
    }
  }

  /** All that was sent in the parameter's place, by name. */
  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> sent(Styled styled, HttpServletRequest request) {
    Map<String, List<String>> sent = new LinkedHashMap<>();
    switch (styled.in()) {
      case PATH ->
          ((Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
              .forEach((name, value) -> sent.put(name, List.of(value)));
      case QUERY, FIELD -> request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
      case HEADER ->
          Optional.ofNullable(request.getHeader(styled.name())).ifPresent(v -> sent.put(styled.name(), List.of(v)));
      case COOKIE ->
          Optional.ofNullable(request.getCookies()).stream()
              .flatMap(Arrays::stream)
              .forEach((Cookie c) -> sent.merge(c.getName(), List.of(c.getValue()), StyledArguments::both));
    }
    return sent;
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}

package com.example.orders.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Answers what is refused before it comes to a controller, by way of {@link ErrorHandler}. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
  private final AuthenticationEntryPoint bearerChallenge = new BearerTokenAuthenticationEntryPoint();
  private final AccessDeniedHandler bearerScopes = new BearerTokenAccessDeniedHandler();
  private final HandlerMapping operations;
  private final HandlerExceptionResolver errors;

  Refusals(
      @Qualifier("requestMappingHandlerMapping") HandlerMapping operations,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    this.operations = operations;
    this.errors = errors;
  }

  /** Nobody is known, or not by the credentials that are asked for: 401. */
  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException, ServletException {
    bearerChallenge.commence(request, response, failure);
    answer(request, response, new ErrorResponseException(HttpStatus.UNAUTHORIZED, failure));
  }

  /** Somebody is known, but may not do this: 403. */
  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException, ServletException {
    bearerScopes.handle(request, response, denied);
    answer(request, response, new ErrorResponseException(HttpStatus.FORBIDDEN, denied));
  }

  /** A path that could be read in more than one way: 400. */
  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected) {
    errors.resolveException(request, response, null, new ErrorResponseException(HttpStatus.BAD_REQUEST, rejected));
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, ErrorResponseException refusal) {
    findOperation(request);
    errors.resolveException(request, response, null, refusal);
  }

  /** Leaves in the request which operation it asks for: {@link ErrorHandler} answers in the form documented there. */
  private void findOperation(HttpServletRequest request) {
    ServletRequestPathUtils.parseAndCache(request);
    try {
      operations.getHandler(request);
    } catch (Exception noSuchOperation) {
      // Nothing is documented for what would have been 404, 405, 406 or 415.
      request.removeAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
    }
    request.removeAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
  }
}

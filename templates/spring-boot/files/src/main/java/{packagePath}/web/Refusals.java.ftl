[#assign security = service.security]
[#assign own = [
  'jakarta.servlet.http.HttpServletRequest',
  'jakarta.servlet.http.HttpServletResponse',
  'org.springframework.beans.factory.annotation.Qualifier',
  'org.springframework.http.HttpStatus',
  'org.springframework.security.access.AccessDeniedException',
  'org.springframework.security.core.AuthenticationException',
  'org.springframework.security.web.AuthenticationEntryPoint',
  'org.springframework.security.web.access.AccessDeniedHandler',
  'org.springframework.security.web.firewall.RequestRejectedException',
  'org.springframework.security.web.firewall.RequestRejectedHandler',
  'org.springframework.stereotype.Component',
  'org.springframework.web.ErrorResponseException',
  'org.springframework.web.servlet.HandlerExceptionResolver',
  'org.springframework.web.servlet.HandlerMapping',
  'org.springframework.web.util.ServletRequestPathUtils'
]]
[#if security.bearer]
[#assign own += [
  'jakarta.servlet.ServletException',
  'java.io.IOException',
  'org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint',
  'org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler'
]]
[/#if]
[#if security.basic || security.keys?has_content][#assign own += ['org.springframework.http.HttpHeaders']][/#if]
package [=package].web;

[#list service.sorted(own) as import]
import [=import];
[/#list]

/** Answers what is refused before it comes to a controller, by way of {@link ErrorHandler}. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
[#if security.bearer]
  private final AuthenticationEntryPoint bearerChallenge = new BearerTokenAuthenticationEntryPoint();
  private final AccessDeniedHandler bearerScopes = new BearerTokenAccessDeniedHandler();
[/#if]
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
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)[#rt]
[#if !security.bearer]
 {[#lt]
[#else]

      throws IOException, ServletException {
    bearerChallenge.commence(request, response, failure);
[/#if]
[#if security.basic]
    response.addHeader([=open][=br]HttpHeaders.WWW_AUTHENTICATE,[=sp]"Basic realm=\"[=name]\", charset=\"UTF-8\""[=close]);
[/#if]
[#if security.keys?has_content]
    response.addHeader([=open][=br]HttpHeaders.WWW_AUTHENTICATE,[=sp]"ApiKey realm=\"[=name]\""[=close]);
[/#if]
    answer(request, response, new ErrorResponseException(HttpStatus.UNAUTHORIZED, failure));
  }

  /** Somebody is known, but may not do this: 403. */
  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)[#rt]
[#if !security.bearer]
 {[#lt]
[#else]

      throws IOException, ServletException {
    bearerScopes.handle(request, response, denied);
[/#if]
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

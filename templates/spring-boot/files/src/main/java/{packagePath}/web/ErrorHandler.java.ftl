[#assign walks = service.placesDiffer()]
package [=package].web;

[#list service.sorted([
  package + '.api.Answer',
  package + '.api.Answers',
  'jakarta.servlet.http.HttpServletRequest',
  'jakarta.validation.ConstraintViolation',
  'java.util.List',
  'java.util.Map',
  'java.util.Optional',
  'java.util.stream.Collectors',
  'java.util.stream.Stream',
  'org.apache.tomcat.util.http.InvalidParameterException',
  'org.slf4j.Logger',
  'org.slf4j.LoggerFactory',
  'org.springframework.beans.TypeMismatchException',
  'org.springframework.beans.factory.ObjectProvider',
  'org.springframework.beans.factory.annotation.Qualifier',
  'org.springframework.core.MethodParameter',
  'org.springframework.core.annotation.AnnotatedElementUtils',
  'org.springframework.core.annotation.AnnotationUtils',
  'org.springframework.http.HttpHeaders',
  'org.springframework.http.HttpStatus',
  'org.springframework.http.HttpStatusCode',
  'org.springframework.http.InvalidMediaTypeException',
  'org.springframework.http.MediaType',
  'org.springframework.http.ProblemDetail',
  'org.springframework.http.ResponseEntity',
  'org.springframework.http.converter.HttpMessageNotReadableException',
  'org.springframework.validation.BindException',
  'org.springframework.validation.ObjectError',
  'org.springframework.validation.method.ParameterValidationResult',
  'org.springframework.web.HttpMediaTypeNotSupportedException',
  'org.springframework.web.bind.annotation.ExceptionHandler',
  'org.springframework.web.bind.annotation.ResponseStatus',
  'org.springframework.web.bind.annotation.RestControllerAdvice',
  'org.springframework.web.context.request.ServletWebRequest',
  'org.springframework.web.context.request.WebRequest',
  'org.springframework.web.method.HandlerMethod',
  'org.springframework.web.method.annotation.HandlerMethodValidationException',
  'org.springframework.web.multipart.MultipartException',
  'org.springframework.web.servlet.HandlerMapping',
  'org.springframework.web.servlet.mvc.method.RequestMappingInfo',
  'org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping',
  'org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler',
  'tools.jackson.core.JacksonException',
  'tools.jackson.core.JsonPointer',
  'tools.jackson.databind.DatabindException',
  'tools.jackson.databind.exc.InvalidNullException'
] + walks?then([], ['jakarta.validation.ElementKind', 'jakarta.validation.Path'])
  + storage.any()?then(['java.sql.SQLException', 'org.springframework.dao.DataIntegrityViolationException'], [])
  + service.anyRequiredHeader('If-Match')?then(['org.springframework.web.bind.MissingRequestHeaderException', 'org.springframework.web.bind.ServletRequestBindingException'], [])
  + service.anyBodySchema()?then([package + '.api.BodySchemas.InvalidBody'], [])
  + ((service.anyParameter('styled') || service.anyPartsSchema()) && !service.anyRequiredHeader('If-Match'))?then(['org.springframework.web.bind.ServletRequestBindingException'], [])
  + service.security???then(['org.springframework.security.access.AccessDeniedException', 'org.springframework.security.core.AuthenticationException', 'org.springframework.security.web.firewall.RequestRejectedException'], [])) as import]
import [=import];
[/#list]

/**
 * Turns every failure into the error that the contract documents for its status, and where it documents none into a
 * problem detail (RFC 9457).
 */
@RestControllerAdvice
class ErrorHandler extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorHandler.class);
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  /**
   * @param mappings asked for late: they are made after this
   */
  ErrorHandler(
      @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
    ResponseStatus declared = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
    HttpStatus status = declared == null ? HttpStatus.INTERNAL_SERVER_ERROR : declared.code();
    if (status.is5xxServerError()) {
      LOG.error("Request failed", failure);
    }
    return handleExceptionInternal(failure, ProblemDetail.forStatus(status), new HttpHeaders(), status, request);
  }

[#if service.security??]
  /** A header that no server should look into, found when it was to be read. */
  @ExceptionHandler
  ResponseEntity<Object> unsafe(RequestRejectedException failure, WebRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "A header cannot be read.");
    return handleExceptionInternal(failure, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
  }

  /** Left to Spring Security, which knows who asks: see {@link Refusals}. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void refused(RuntimeException refusal) {
    throw refusal;
  }

[/#if]
  /** A query that cannot be decoded. */
  @ExceptionHandler
  ResponseEntity<Object> malformedQuery(InvalidParameterException failure, WebRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The query cannot be decoded.");
    return handleExceptionInternal(failure, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
  }

  /** Parts that cannot be told apart. */
  @ExceptionHandler
  ResponseEntity<Object> malformedParts(MultipartException failure, WebRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The parts cannot be read.");
    return handleExceptionInternal(failure, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
  }

[#if storage.any()]
  /** A value that no column can hold, or a change that clashes with what is there. */
  @ExceptionHandler
  ResponseEntity<Object> unstorable(DataIntegrityViolationException failure, WebRequest request) {
    boolean wrong =
        failure.getMostSpecificCause() instanceof SQLException cause && cause.getSQLState().startsWith("22");
    HttpStatus status = wrong ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT;
    String detail = wrong ? "A value cannot be stored." : "This clashes with what is there already.";
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    return handleExceptionInternal(failure, problem, new HttpHeaders(), status, request);
  }

[/#if]
  /** A body that turned out to be too large while it was read. */
  @ExceptionHandler
  ResponseEntity<Object> tooLarge(BodyLimit.Exceeded failure, WebRequest request) {
    HttpStatus status = HttpStatus.CONTENT_TOO_LARGE;
    return handleExceptionInternal(failure, ProblemDetail.forStatus(status), new HttpHeaders(), status, request);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return failure.getRootCause() instanceof BodyLimit.Exceeded exceeded
        ? tooLarge(exceeded, request)
        : super.handleHttpMessageNotReadable(failure, headers, status, request);
  }

  /** A request without a content type has no body: what is wrong is not the type. */
  @Override
  protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(
      HttpMediaTypeNotSupportedException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (failure.getContentType() != null) {
      return super.handleHttpMediaTypeNotSupported(failure, headers, status, request);
    }
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "A body is required.");
    return handleExceptionInternal(failure, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
  }

[#if service.anyRequiredHeader('If-Match')]
  /** A change that does not say which version it is meant for, where the contract has an answer to just that. */
  @Override
  protected ResponseEntity<Object> handleServletRequestBindingException(
      ServletRequestBindingException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    boolean blind =
        failure instanceof MissingRequestHeaderException missing
            && missing.getHeaderName().equalsIgnoreCase(HttpHeaders.IF_MATCH);
    boolean documented =
        operation(((ServletWebRequest) request).getRequest()).filter(name -> !isMissing(name, 428)).isPresent();
    if (!blind || !documented) {
      return super.handleServletRequestBindingException(failure, headers, status, request);
    }
    HttpStatus required = HttpStatus.PRECONDITION_REQUIRED;
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(required, "If-Match must name the version to change.");
    return handleExceptionInternal(failure, problem, headers, required, request);
  }

[/#if]
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ResponseEntity<Object> standard = super.handleExceptionInternal(failure, body, headers, status, request);
    if (standard != null && standard.getBody() instanceof ProblemDetail problem) {
      invalidInput(failure).ifPresent(problem::setDetail);
    }
    return standard == null ? null : documented(standard, request).orElse(standard);
  }

  /** What is wrong with the input, in words that its sender can use. */
  private static Optional<String> invalidInput(Exception failure) {
    if (failure instanceof BindException invalid) {
      return Optional.of(
          invalid.getAllErrors().stream()
              .map(ErrorHandler::message)
              .sorted()
              .collect(Collectors.joining("; ")));
    }
    if (failure instanceof HandlerMethodValidationException invalid) {
      return Optional.of(
          invalid.getParameterValidationResults().stream()
              .flatMap(result -> messages(result).stream())
              .sorted()
              .collect(Collectors.joining("; ")));
    }
[#if service.anyBodySchema()]
    if (failure instanceof InvalidBody) {
      return Optional.of(failure.getMessage());
    }
[/#if]
[#if service.anyParameter('styled') || service.anyPartsSchema()]
    if (failure.getClass() == ServletRequestBindingException.class) {
      return Optional.of(failure.getMessage());
    }
[/#if]
    if (failure instanceof TypeMismatchException mismatch) {
      return Optional.of(mismatch.getPropertyName() + " is not of the documented type");
    }
    if (failure instanceof HttpMessageNotReadableException) {
      return Optional.of(
          failure.getCause() instanceof DatabindException mismatch
              ? "body" + message(mismatch)
              : "the body is missing or malformed");
    }
    return Optional.empty();
  }

  /** Where something does not fit, as a JSON Pointer, and why. */
  [#if !storage.anyPatches()]private [/#if]static String message(DatabindException mismatch) {
    boolean isNull = mismatch instanceof InvalidNullException;
    return pointer(mismatch) + (isNull ? " must not be null" : " is not of the documented type");
  }

  private static JsonPointer pointer(DatabindException mismatch) {
    JsonPointer pointer = JsonPointer.empty();
    for (JacksonException.Reference step : mismatch.getPath()) {
      String name = step.getPropertyName();
      pointer = name == null ? pointer.appendIndex(step.getIndex()) : pointer.appendProperty(name);
    }
    return pointer;
  }

  private static String message(ObjectError error) {
    return error.contains(ConstraintViolation.class)
        ? message("body", error.unwrap(ConstraintViolation.class))
        : "body " + error.getDefaultMessage();
  }

  private static List<String> messages(ParameterValidationResult result) {
    String name = name(result.getMethodParameter());
    return result.getResolvableErrors().stream()
        .map(error -> message(name, result.unwrap(error, ConstraintViolation.class)))
        .toList();
  }

  private static String message(String name, ConstraintViolation<?> violation) {
    return name + [=walks?then('JsonPointers.of', 'pointer')](violation) + " " + violation.getMessage();
  }

[#if !walks]
  /** The way from the body, or from a parameter, to what is wrong; nothing where that is the whole of it. */
  private static JsonPointer pointer(ConstraintViolation<?> violation) {
    JsonPointer pointer = JsonPointer.empty();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        pointer = pointer.appendIndex(node.getIndex());
      } else if (node.getKey() != null) {
        pointer = pointer.appendProperty(node.getKey().toString());
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer = pointer.appendProperty(node.getName());
      }
    }
[#if service.anyKind('enum')]
    return violation.getLeafBean() instanceof Enum<?> ? pointer.head() : pointer; // a constant has no parts in JSON
[#else]
    return pointer;
[/#if]
  }

[/#if]
  /** What the contract calls a parameter: its annotation has the name where Java cannot. */
  private static String name(MethodParameter parameter) {
    return Stream.of(parameter.getParameterAnnotations())
        .map(annotation -> AnnotationUtils.getValue(annotation, "name"))
        .filter(name -> name instanceof String text && !text.isEmpty())
        .map(String.class::cast)
        .findFirst()
        .orElse(parameter.getParameterName());
  }

  /** The failure in the form that the contract documents for it. */
  private Optional<ResponseEntity<Object>> documented(ResponseEntity<Object> standard, WebRequest request) {
    HttpServletRequest http = ((ServletWebRequest) request).getRequest();
    return operation(http).flatMap(operation -> documented(standard, http, operation));
  }

  private static Optional<ResponseEntity<Object>> documented(
      ResponseEntity<Object> standard, HttpServletRequest http, String operation) {
    int status = standard.getStatusCode().value();
    // Some contracts call input that cannot be processed 422, and know no 400.
    boolean unprocessable = status == 400 && isMissing(operation, 400) && !isMissing(operation, 422);
    int known = unprocessable ? 422 : status;
    ProblemDetail problem = ProblemDetail.forStatus(known);
    if (standard.getBody() instanceof ProblemDetail same) {
      problem.setDetail(same.getDetail());
      problem.setInstance(same.getInstance());
    }
    return Answers.documented(operation, known)
        .flatMap(answer -> answer.bodyFor(accepted(http)))
        .map(
            (Answer.Body body) ->
                ResponseEntity.status(known)
                    .headers(standard.getHeaders())
                    .contentType(body.mediaType())
                    .body((Object) body.bytes(problem)))
        .or(() -> Optional.of(ResponseEntity.status(known).headers(standard.getHeaders()).body(problem)));
  }

  /**
   * The name of the operation that a request is for. One with a content type or an Accept header that the operation
   * does not know is refused before Spring says which operation it is for.
   */
  private Optional<String> operation(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler) {
      return Optional.of(handler.getMethod().getName());
    }
    return mappings.getObject().getHandlerMethods().entrySet().stream()
        .filter(mapping -> leadsTo(mapping.getKey(), request))
        .min(Map.Entry.comparingByKey((one, other) -> one.compareTo(other, request)))
        .map(mapping -> mapping.getValue().getMethod().getName());
  }

  private static boolean leadsTo(RequestMappingInfo mapping, HttpServletRequest request) {
    return mapping.getPathPatternsCondition() != null
        && mapping.getPathPatternsCondition().getMatchingCondition(request) != null
        && mapping.getMethodsCondition().getMatchingCondition(request) != null;
  }

  private static List<MediaType> accepted(HttpServletRequest request) {
    try {
      return MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
    } catch (InvalidMediaTypeException unreadable) {
      return List.of(MediaType.ALL);
    }
  }

  private static boolean isMissing(String operation, int status) {
    return Answers.documented(operation, status).isEmpty();
  }
}

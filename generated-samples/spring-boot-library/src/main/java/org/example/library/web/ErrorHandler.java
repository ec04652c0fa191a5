package org.example.library.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.example.library.api.Answer;
import org.example.library.api.Answers;
import org.example.library.api.BodySchemas.InvalidBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;

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
    if (failure instanceof InvalidBody) {
      return Optional.of(failure.getMessage());
    }
    if (failure.getClass() == ServletRequestBindingException.class) {
      return Optional.of(failure.getMessage());
    }
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
  private static String message(DatabindException mismatch) {
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
    return name + pointer(violation) + " " + violation.getMessage();
  }

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
    return violation.getLeafBean() instanceof Enum<?> ? pointer.head() : pointer; // a constant has no parts in JSON
  }

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

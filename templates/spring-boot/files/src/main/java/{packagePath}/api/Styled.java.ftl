package [=package].api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A parameter that is written in one of OpenAPI's styles for lists and objects. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Styled {
  In in();

  String name();

  Style style();

  /** Whether each item or property stands on its own. */
  boolean explode() default false;

  boolean required() default true;
[#if service.anyParameterSchema()]

  /** The schema in {@code contract/schemas.json} that the value has to keep to, where its type says less. */
  String schema() default "";
[/#if]
[#if service.anyOthers()]

  /** Names of other parameters, which are none of its properties, although they stand among the same. */
  String[] others() default {};
[/#if]

  /** Where the parameter is sent. */
  enum In {
    PATH,
    QUERY,
    HEADER,
    COOKIE,
    FIELD
  }

  /** How the value is written; {@code CONTENT} is JSON text. */
  enum Style {
    MATRIX,
    LABEL,
    SIMPLE,
    FORM,
    SPACE_DELIMITED,
    PIPE_DELIMITED,
    TSV,
    DEEP_OBJECT,
    COOKIE,
    CONTENT
  }
}

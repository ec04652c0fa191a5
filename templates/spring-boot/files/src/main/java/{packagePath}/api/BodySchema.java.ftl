package [=package].api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds a [#if !service.anyFormSchema()]JSON [/#if]body against a schema of the contract, where its Java type alone would accept too much. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodySchema {
  /** The schema's name in {@code contract/schemas.json}. */
  String value();
}

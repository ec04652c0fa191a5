package com.example.orders.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text must have so many characters, each counted once: JSON Schema counts code points, {@code @Size} does not. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CodePoints.Validator.class)
public @interface CodePoints {
  int min() default 0;

  int max() default Integer.MAX_VALUE;

  String message() default "length must be between {min} and {max}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  final class Validator implements ConstraintValidator<CodePoints, Object> {
    private int min;
    private int max;

    @Override
    public void initialize(CodePoints constraint) {
      min = constraint.min();
      max = constraint.max();
    }

    @Override
    public boolean isValid(Object value, ConstraintValidatorContext context) {
      if (value == null) {
        return true;
      }
      String text = value.toString();
      int length = text.codePointCount(0, text.length());
      return length >= min && length <= max;
    }
  }
}

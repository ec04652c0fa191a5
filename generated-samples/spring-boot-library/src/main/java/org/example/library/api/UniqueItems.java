package org.example.library.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import java.util.HashSet;

/** No item of the collection may be there twice. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = UniqueItems.Validator.class)
public @interface UniqueItems {
  String message() default "must not hold an item twice";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  final class Validator implements ConstraintValidator<UniqueItems, Collection<?>> {
    @Override
    public boolean isValid(Collection<?> items, ConstraintValidatorContext context) {
      return items == null || new HashSet<>(items).size() == items.size();
    }
  }
}

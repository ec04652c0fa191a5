package [=package].api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;

/** The number must be a whole multiple of this one. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MultipleOf.Validator.class)
public @interface MultipleOf {
  /** The divisor, written as a decimal number. */
  String value();

  String message() default "must be a multiple of {value}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  final class Validator implements ConstraintValidator<MultipleOf, Number> {
    private BigDecimal divisor;

    @Override
    public void initialize(MultipleOf constraint) {
      divisor = new BigDecimal(constraint.value());
    }

    @Override
    public boolean isValid(Number number, ConstraintValidatorContext context) {
      return number == null || new BigDecimal(number.toString()).remainder(divisor).signum() == 0;
    }
  }
}

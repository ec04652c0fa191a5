package org.example.library.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.example.library.api.Field;

/**
 * @param returned When it came back; null until then.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Loan(
    @NotNull @Min(1) Long id,
    @NotNull @Pattern(regexp = "^[BJF]-[0-9]{6}$") String item,
    @NotNull OffsetDateTime since,
    @NotNull LocalDate until,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Field<OffsetDateTime> returned) {}

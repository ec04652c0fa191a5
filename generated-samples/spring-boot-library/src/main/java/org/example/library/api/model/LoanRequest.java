package org.example.library.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.example.library.api.UniqueItems;

/**
 * @param until The last day; four weeks from today without it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoanRequest(
    @NotNull @Size(min = 1, max = 10) @UniqueItems List<@NotNull @Pattern(regexp = "^[BJF]-[0-9]{6}$") String> items,
    LocalDate until) {}

package org.example.library.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;

/**
 * @param loans The number of loans by kind.
 * @param share Loans per item of the catalogue.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statistics(
    @NotNull Map<String, @NotNull @Min(0) Long> loans,
    @NotNull List<@NotNull @Valid StatisticsRecordsItem> records,
    @Min(0) Double share) {}

package org.example.library.api.model;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

public record StatisticsRecordsItem(
    @NotNull @Pattern(regexp = "(?s).*?(?-s:^[0-9]{4}-(0[1-9]|1[0-2])$).*") String month,
    @NotNull String item,
    @NotNull @Min(1) Long loans) {}

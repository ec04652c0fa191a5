package com.example.orders.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderLine(
    UUID id,
    @NotNull UUID productId,
    @NotNull @Min(1) @Max(999) Integer quantity,
    @Valid Money price) {}

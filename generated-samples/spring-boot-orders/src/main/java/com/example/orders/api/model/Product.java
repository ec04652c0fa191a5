package com.example.orders.api.model;

import com.example.orders.api.CodePoints;
import com.example.orders.api.Field;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;

/**
 * @param sku The number on the shelf, unique among all products.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Product(
    UUID id,
    @NotNull @Pattern(regexp = "^[A-Z]{2}-[0-9]{4}$") String sku,
    @NotNull @CodePoints(min = 1, max = 120) String name,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Field<@CodePoints(max = 2000) String> description,
    @NotNull @Valid Category category,
    @NotNull @Valid Money price,
    Boolean available) {}

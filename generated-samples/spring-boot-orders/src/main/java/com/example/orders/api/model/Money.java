package com.example.orders.api.model;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * @param amount A decimal number with two places.
 * @param currency The ISO 4217 code.
 */
public record Money(
    @NotNull @Pattern(regexp = "^-?[0-9]{1,12}\\.[0-9]{2}$") String amount,
    @NotNull @Pattern(regexp = "^[A-Z]{3}$") String currency) {}

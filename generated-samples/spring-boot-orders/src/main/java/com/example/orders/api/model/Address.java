package com.example.orders.api.model;

import com.example.orders.api.CodePoints;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * @param country The ISO 3166-1 code of two letters.
 */
public record Address(
    @NotNull @CodePoints(min = 1, max = 200) String street,
    @NotNull @CodePoints(min = 1, max = 100) String city,
    @NotNull @CodePoints(min = 1, max = 12) String postalCode,
    @NotNull @Pattern(regexp = "^[A-Z]{2}$") String country) {}

package com.example.orders.api.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

public record ProductPage(@NotNull List<@NotNull @Valid Product> items, @NotNull @Min(0) Long total) {}

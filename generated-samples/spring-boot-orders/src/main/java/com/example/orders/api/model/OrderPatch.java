package com.example.orders.api.model;

import com.example.orders.api.CodePoints;
import com.example.orders.api.Field;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import java.time.LocalDate;

@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderPatch(
    @Valid OrderStatus status,
    @Valid Address shippingAddress,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Field<@CodePoints(max = 500) String> note,
    LocalDate requestedDelivery) {}

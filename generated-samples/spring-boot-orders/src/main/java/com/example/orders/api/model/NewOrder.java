package com.example.orders.api.model;

import com.example.orders.api.CodePoints;
import com.example.orders.api.Field;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What a customer says when placing an order.
 *
 * @param note A wish that goes onto the parcel. {@code null} says that there is none.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewOrder(
    @NotNull UUID customerId,
    @NotNull @Valid Address shippingAddress,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Field<@CodePoints(max = 500) String> note) {}

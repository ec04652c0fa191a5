package com.example.orders.api.model;

import com.example.orders.api.CodePoints;
import com.example.orders.api.Field;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * @param note A wish that goes onto the parcel. {@code null} says that there is none.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Order(
    @NotNull UUID customerId,
    @NotNull @Valid Address shippingAddress,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Field<@CodePoints(max = 500) String> note,
    UUID id,
    @Min(1) Long number,
    @NotNull @Valid OrderStatus status,
    @NotNull @Valid Money total,
    OffsetDateTime createdAt,
    LocalDate requestedDelivery) {}

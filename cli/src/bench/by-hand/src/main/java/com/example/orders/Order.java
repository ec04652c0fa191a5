package com.example.orders;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

record Order(
    UUID customerId,
    Address shippingAddress,
    String note,
    UUID id,
    long number,
    String status,
    Money total,
    OffsetDateTime createdAt,
    LocalDate requestedDelivery) {

  record Address(String street, String city, String postalCode, String country) {}

  record Money(String amount, String currency) {}
}

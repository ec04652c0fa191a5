package com.example.orders.web;

import com.example.orders.api.OrdersApi;
import org.springframework.web.bind.annotation.RestController;

/** Override a method of {@link OrdersApi} here to give it behaviour. */
@RestController
class OrdersController implements OrdersApi {}

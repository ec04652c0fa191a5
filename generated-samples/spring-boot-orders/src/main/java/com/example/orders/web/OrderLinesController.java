package com.example.orders.web;

import com.example.orders.api.OrderLinesApi;
import org.springframework.web.bind.annotation.RestController;

/** Override a method of {@link OrderLinesApi} here to give it behaviour. */
@RestController
class OrderLinesController implements OrderLinesApi {}

package com.example.orders.web;

import com.example.orders.api.ProductsApi;
import org.springframework.web.bind.annotation.RestController;

/** Override a method of {@link ProductsApi} here to give it behaviour. */
@RestController
class ProductsController implements ProductsApi {}

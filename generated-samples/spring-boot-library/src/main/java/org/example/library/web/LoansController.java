package org.example.library.web;

import org.example.library.api.LoansApi;
import org.springframework.web.bind.annotation.RestController;

/** Override a method of {@link LoansApi} here to give it behaviour. */
@RestController
class LoansController implements LoansApi {}

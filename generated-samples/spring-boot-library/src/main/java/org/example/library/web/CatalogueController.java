package org.example.library.web;

import org.example.library.api.CatalogueApi;
import org.springframework.web.bind.annotation.RestController;

/** Override a method of {@link CatalogueApi} here to give it behaviour. */
@RestController
class CatalogueController implements CatalogueApi {}

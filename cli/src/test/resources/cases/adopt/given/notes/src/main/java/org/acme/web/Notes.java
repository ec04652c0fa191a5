package org.acme.web;

import org.acme.api.NotesApi;
import org.springframework.web.bind.annotation.RestController;

/** Override a method of {@link NotesApi} here to give it behaviour. */
@RestController
class Notes implements NotesApi {}

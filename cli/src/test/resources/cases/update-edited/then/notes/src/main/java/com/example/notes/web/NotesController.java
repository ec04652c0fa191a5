package com.example.notes.web;

import com.example.notes.api.NotesApi;
import org.springframework.web.bind.annotation.RestController;

/** Override a method of {@link NotesApi} here to give it behaviour. */
@RestController
/** Mine. */
class NotesController implements NotesApi {}

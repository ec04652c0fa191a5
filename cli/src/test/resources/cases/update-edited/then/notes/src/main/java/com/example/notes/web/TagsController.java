package com.example.notes.web;

import com.example.notes.api.TagsApi;
import org.springframework.web.bind.annotation.RestController;

/** Override a method of {@link TagsApi} here to give it behaviour. */
@RestController
/** Mine too. */
class TagsController implements TagsApi {}

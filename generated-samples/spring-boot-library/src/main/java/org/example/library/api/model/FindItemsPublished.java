package org.example.library.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;

@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindItemsPublished(@Min(1450) Long from, @Min(1450) Long to) {}

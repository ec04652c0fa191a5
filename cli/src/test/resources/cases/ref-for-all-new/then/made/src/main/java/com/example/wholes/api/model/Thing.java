package com.example.wholes.api.model;

import com.example.wholes.api.CodePoints;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

@JsonInclude(JsonInclude.Include.NON_NULL)
public record Thing(
    @NotNull @Valid ThingKind kind,
    @Min(1) Long count,
    @Valid Animal pet,
    @Valid ThingSize size,
    @NotNull @CodePoints(max = 5) String name) {}

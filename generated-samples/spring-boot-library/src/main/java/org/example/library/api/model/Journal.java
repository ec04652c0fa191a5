package org.example.library.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.example.library.api.CodePoints;
import org.example.library.api.Field;
import tools.jackson.databind.JsonNode;

/**
 * @param year Of publication; null where nobody knows.
 * @param shelf Where it stands; null while it is in the store.
 * @param issue A number, or a name such as {@code Summer}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record Journal(
    @Pattern(regexp = "^[BJF]-[0-9]{6}$") String id,
    @NotNull @CodePoints(min = 1, max = 300) String title,
    @JsonProperty(value = "year", required = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Min(1450)
        @Max(2100)
        Long year,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Field<@Pattern(regexp = "^[A-Z][0-9]{1,3}$") String> shelf,
    @NotNull @Valid JournalKind kind,
    @NotNull @Pattern(regexp = "^[0-9]{4}-[0-9]{3}[0-9X]$") String issn,
    @JsonProperty(value = "issue", required = true) @JsonInclude(JsonInclude.Include.ALWAYS) JsonNode issue)
        implements Item {}

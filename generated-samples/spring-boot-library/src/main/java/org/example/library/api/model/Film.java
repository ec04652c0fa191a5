package org.example.library.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Map;
import org.example.library.api.CodePoints;
import org.example.library.api.Field;

/**
 * @param year Of publication; null where nobody knows.
 * @param shelf Where it stands; null while it is in the store.
 * @param subtitles By language code; true when they can be switched off.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record Film(
    @Pattern(regexp = "^[BJF]-[0-9]{6}$") String id,
    @NotNull @CodePoints(min = 1, max = 300) String title,
    @JsonProperty(value = "year", required = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Min(1450)
        @Max(2100)
        Long year,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Field<@Pattern(regexp = "^[A-Z][0-9]{1,3}$") String> shelf,
    @NotNull @Valid FilmKind kind,
    @NotNull @Min(1) @Max(1000) Integer minutes,
    URI trailer,
    Map<String, @NotNull Boolean> subtitles) implements Item {}

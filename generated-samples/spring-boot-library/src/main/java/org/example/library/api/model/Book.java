package org.example.library.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.example.library.api.CodePoints;
import org.example.library.api.Field;
import org.example.library.api.UniqueItems;

/**
 * @param year Of publication; null where nobody knows.
 * @param shelf Where it stands; null while it is in the store.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record Book(
    @Pattern(regexp = "^[BJF]-[0-9]{6}$") String id,
    @NotNull @CodePoints(min = 1, max = 300) String title,
    @JsonProperty(value = "year", required = true)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Min(1450)
        @Max(2100)
        Long year,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Field<@Pattern(regexp = "^[A-Z][0-9]{1,3}$") String> shelf,
    @NotNull @Valid BookKind kind,
    @NotNull @Pattern(regexp = "^97[89][0-9]{10}$") String isbn,
    @NotNull @Size(min = 1, max = 20) @UniqueItems List<@NotNull @CodePoints(min = 1) String> authors,
    @DecimalMin(value = "0", inclusive = false) Integer pages) implements Item {}

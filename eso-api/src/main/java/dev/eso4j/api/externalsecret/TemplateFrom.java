package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Where template text comes from and what it fills. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TemplateFrom(
        @Nullable TemplateRef configMap,
        @Nullable TemplateRef secret,
        @Nullable String target,
        @Nullable String literal,
        @Nullable String valuesDecodingStrategy) {}

package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The object that is written. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretTarget(
        @Nullable String name,
        @Nullable String creationPolicy,
        @Nullable String deletionPolicy,
        @Nullable ExternalSecretTemplate template,
        @Nullable ManifestReference manifest,
        @Nullable Boolean immutable) {}

package dev.eso4j.api.meta;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Where a certificate authority is read from: a key of a Secret or of a ConfigMap. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CAProvider(
        String type,
        String name,
        @Nullable String key,
        @Nullable String namespace) {}

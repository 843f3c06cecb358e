package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A remote object, or a part of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretDataRemoteRef(
        String key,
        @Nullable String metadataPolicy,
        @Nullable String property,
        @Nullable String version,
        @Nullable String conversionStrategy,
        @Nullable String decodingStrategy,
        @Nullable String nullBytePolicy) {}

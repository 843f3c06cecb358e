package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One change of the keys that were fetched; exactly one member. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretRewrite(
        @Nullable ExternalSecretRewriteMerge merge,
        @Nullable ExternalSecretRewriteRegexp regexp,
        @Nullable ExternalSecretRewriteTransform transform) {}

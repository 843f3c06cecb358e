package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.MemberCount;
import org.jspecify.annotations.Nullable;

/**
 * One change of the keys that were fetched; exactly one member.
 *
 * @param merge Merges the fetched JSON values into one.
 * @param regexp Replaces parts of each key.
 * @param transform Makes each key anew from a template.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@MemberCount(min = 1, max = 1)
public record ExternalSecretRewrite(
        @Nullable ExternalSecretRewriteMerge merge,
        @Nullable ExternalSecretRewriteRegexp regexp,
        @Nullable ExternalSecretRewriteTransform transform) {}

package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.MemberCount;
import org.jspecify.annotations.Nullable;

/**
 * One change of the keys that were fetched; exactly one member.
 *
 * @param merge Merges the fetched JSON values into one.
 * @param regexp Replaces parts of each key.
 * @param transform Makes each key anew from a template.
 */
@ModelRecord
@MemberCount(min = 1, max = 1)
public record ExternalSecretRewrite(
        @Nullable ExternalSecretRewriteMerge merge,
        @Nullable ExternalSecretRewriteRegexp regexp,
        @Nullable ExternalSecretRewriteTransform transform) {}

package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.externalsecret.ExternalSecretRewriteRegexp;
import dev.eso4j.api.externalsecret.ExternalSecretRewriteTransform;
import org.jspecify.annotations.Nullable;

/**
 * One change of the names of remote objects; exactly one member.
 *
 * @param regexp Replaces parts of each name.
 * @param transform Makes each name anew from a template, which is given the name as {@code .value}.
 */
@ModelRecord
@Rule(
        check = "has(self.regexp) != has(self.transform)",
        message = "an entry of rewrite is one change: keep regexp or transform, and give the other an entry of its own")
public record PushSecretRewrite(
        @Nullable ExternalSecretRewriteRegexp regexp,
        @Nullable ExternalSecretRewriteTransform transform) {}

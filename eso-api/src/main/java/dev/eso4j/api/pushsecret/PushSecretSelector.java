package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.MemberCount;
import dev.eso4j.api.externalsecret.GeneratorRef;
import org.jspecify.annotations.Nullable;

/**
 * The source of keys and values; exactly one member.
 *
 * @param secret Secrets of the namespace of the PushSecret.
 * @param generatorRef A generator, which makes new values at every push.
 */
@ModelRecord
@MemberCount(min = 1, max = 1)
public record PushSecretSelector(
        @Nullable PushSecretSecret secret, @Nullable GeneratorRef generatorRef) {}

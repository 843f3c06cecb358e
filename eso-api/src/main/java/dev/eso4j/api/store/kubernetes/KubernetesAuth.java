package dev.eso4j.api.store.kubernetes;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.MemberCount;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * How a kubernetes store authenticates; exactly one member.
 *
 * @param cert With a client certificate.
 * @param token With a token that is kept in a Secret.
 * @param serviceAccount With tokens of a ServiceAccount, requested when they are needed. Add the audience of the other
 *     cluster when it is not this one.
 */
@ModelRecord
@MemberCount(min = 1, max = 1)
public record KubernetesAuth(
        @Nullable CertAuth cert,
        @Nullable TokenAuth token,
        @Nullable ServiceAccountSelector serviceAccount) {}

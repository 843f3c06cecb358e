package dev.eso4j.api.store.aws;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * The AWS identity of a ServiceAccount.
 *
 * @param serviceAccountRef The ServiceAccount, which has to be given and whose annotation {@code
 *     eks.amazonaws.com/role-arn} names the role. Its token is requested for the audience in its annotation {@code
 *     eks.amazonaws.com/audience}, or {@code sts.amazonaws.com}, and for the {@code audiences} given here.
 */
@ModelRecord
@Rule(
        check = "has(self.serviceAccountRef)",
        message = "jwt needs serviceAccountRef, the ServiceAccount whose role is used")
public record AWSJWTAuth(@Nullable ServiceAccountSelector serviceAccountRef) {}

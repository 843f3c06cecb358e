package dev.eso4j.api.store.vault;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.ServiceAccountSelector;
import org.jspecify.annotations.Nullable;

/**
 * The AWS identity of a ServiceAccount.
 *
 * @param serviceAccountRef The ServiceAccount, whose annotation {@code eks.amazonaws.com/role-arn} names the AWS role.
 *     Its token is requested for {@code sts.amazonaws.com} and the {@code audiences} given here.
 */
@ModelRecord
public record VaultAwsJWTAuth(@Nullable ServiceAccountSelector serviceAccountRef) {}

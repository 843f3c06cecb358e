package dev.eso4j.api.store.alibaba;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * How a store authenticates to Alibaba Cloud.
 *
 * @param secretRef An access key, kept in Secrets.
 * @param rrsa A role that belongs to a ServiceAccount (RRSA). Wins over {@code secretRef}; one of the two is needed.
 */
@ModelRecord
@Rule(check = "has(self.rrsa) || has(self.secretRef)", message = "auth needs rrsa or secretRef")
public record AlibabaAuth(
        @Nullable AlibabaAuthSecretRef secretRef, @Nullable AlibabaRRSAAuth rrsa) {}

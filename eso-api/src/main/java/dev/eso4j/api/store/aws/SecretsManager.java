package dev.eso4j.api.store.aws;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * How secrets of AWS Secrets Manager are deleted.
 *
 * @param forceDeleteWithoutRecovery Whether a deleted secret is gone at once, and cannot be restored. False unless
 *     given. Excludes {@code recoveryWindowInDays}.
 * @param recoveryWindowInDays For how many days a deleted secret can be restored: 7 to 30; 30 when absent or 0.
 *     Excludes {@code forceDeleteWithoutRecovery}.
 */
@ModelRecord
@Rule(
        check =
                "!has(self.recoveryWindowInDays) || self.recoveryWindowInDays == 0 || (self.recoveryWindowInDays >= 7 && self.recoveryWindowInDays <= 30)",
        message = "recoveryWindowInDays is between 7 and 30 days; leave it out for the 30 days of AWS")
@Rule(
        check =
                "!has(self.forceDeleteWithoutRecovery) || !self.forceDeleteWithoutRecovery || !has(self.recoveryWindowInDays) || self.recoveryWindowInDays == 0",
        message = "forceDeleteWithoutRecovery leaves nothing to recover; set either it or recoveryWindowInDays")
public record SecretsManager(
        @Nullable Boolean forceDeleteWithoutRecovery,
        @Nullable Long recoveryWindowInDays) {}

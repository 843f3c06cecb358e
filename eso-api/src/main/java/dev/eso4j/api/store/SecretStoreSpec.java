package dev.eso4j.api.store;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.IntOrString;
import dev.eso4j.api.crd.ItemCount;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What SecretStore and ClusterSecretStore share: provider, retries, how often to check.
 *
 * @param controller The class of operators that serve this store: those started with the same {@code
 *     --controller-class}. Every operator when absent.
 * @param provider Which service holds the secrets, and how to reach it: exactly one member, named after the provider.
 * @param retrySettings How failing calls are tried again.
 * @param refreshInterval The time between two checks of the store: seconds as a number, or a duration such as {@code
 *     5m}. When absent or zero, the setting of the operator, which is 5 minutes by default.
 * @param conditions Which namespaces may use a ClusterSecretStore; one condition that holds is enough. Every namespace
 *     when empty. Without effect on a SecretStore, which serves its own namespace.
 */
@ModelRecord
public record SecretStoreSpec(
        @Nullable String controller,
        SecretStoreProviderSpec provider,
        @Nullable SecretStoreRetrySettings retrySettings,

        @IntOrString
        @Length(max = 128)
        @Rule(
                check = Forms.IS_INTERVAL,
                message =
                        "an interval is a whole number of seconds, or a duration such as 5m or 1h30m; it is not negative, and days are written in hours, 24h")
        @Nullable
        Object refreshInterval,

        @ItemCount(max = 256) List<ClusterSecretStoreCondition> conditions) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public SecretStoreSpec {
        provider = provider == null ? SecretStoreProviderSpec.of(Map.of()) : provider;
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    /** Returns the specification that names no provider. */
    static SecretStoreSpec empty() {
        return new SecretStoreSpec(null, SecretStoreProviderSpec.of(Map.of()), null, null, List.of());
    }
}

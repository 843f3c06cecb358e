package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What SecretStore and ClusterSecretStore share: provider, retries, how often to check. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SecretStoreSpec(
        @Nullable String controller,
        SecretStoreProviderSpec provider,
        @Nullable SecretStoreRetrySettings retrySettings,
        @Nullable Object refreshInterval,
        List<ClusterSecretStoreCondition> conditions) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public SecretStoreSpec {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}

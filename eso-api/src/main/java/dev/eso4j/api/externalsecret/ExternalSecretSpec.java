package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to fetch, how often, and what to make of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExternalSecretSpec(
        @Nullable SecretStoreRef secretStoreRef,
        @Nullable ExternalSecretTarget target,
        @Nullable String refreshPolicy,
        @Nullable String refreshInterval,
        @Nullable SyncWindows syncWindows,
        List<ExternalSecretData> data,
        List<ExternalSecretDataFromRemoteRef> dataFrom) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretSpec {
        data = data == null ? List.of() : List.copyOf(data);
        dataFrom = dataFrom == null ? List.of() : List.copyOf(dataFrom);
    }
}

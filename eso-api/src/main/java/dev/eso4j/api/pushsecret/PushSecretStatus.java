package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Format;
import dev.eso4j.api.crd.NullAllowed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the last pushes led to.
 *
 * @param refreshTime When the last successful push began.
 * @param syncedResourceVersion Which generation, labels and annotations of the PushSecret were pushed last.
 * @param syncedPushSecrets What was pushed and may have to be deleted: by store, as in {@code SecretStore/vault}, and
 *     remote object.
 * @param conditions The state by aspect.
 */
@ModelRecord
public record PushSecretStatus(
        @Format("date-time") @NullAllowed @Nullable String refreshTime,
        @Nullable String syncedResourceVersion,
        Map<String, Map<String, PushSecretData>> syncedPushSecrets,
        List<PushSecretStatusCondition> conditions) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public PushSecretStatus {
        syncedPushSecrets = syncedPushSecrets == null ? Map.of() : copy(syncedPushSecrets);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    private static Map<String, Map<String, PushSecretData>> copy(Map<String, Map<String, PushSecretData>> stores) {
        Map<String, Map<String, PushSecretData>> copy = new LinkedHashMap<>();
        stores.forEach((store, entries) -> copy.put(store, Collections.unmodifiableMap(new LinkedHashMap<>(entries))));
        return Collections.unmodifiableMap(copy);
    }
}

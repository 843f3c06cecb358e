package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.ItemCount;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.ListKind;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch, how often, and what to make of it.
 *
 * @param secretStoreRef The store that is read from, unless an entry names its own.
 * @param target What is written, and what happens to it. A Secret with the name of the ExternalSecret when absent.
 * @param refreshPolicy When the remote objects are read again. {@code Periodic}, which is meant when this is absent:
 *     after every {@code refreshInterval}, and when the ExternalSecret changes. {@code OnChange}: only when it changes.
 *     {@code CreatedOnce}: never after the first time.
 * @param refreshInterval The time between two reads of the remote objects: a duration such as {@code 30s}, {@code 15m}
 *     or {@code 24h}; {@code 1h0m0s} unless given. Zero or less means to read once and never again. The largest unit is
 *     the hour.
 * @param syncWindows Times of day at which periodic refreshes may or may not happen; at any time when absent.
 * @param data Keys one by one. They win over keys of the same name from {@code dataFrom}. One of the two lists must
 *     have an entry.
 * @param dataFrom Keys in bulk; later entries win over earlier ones.
 */
@ModelRecord
@Rule(
        check = "(has(self.data) && size(self.data) > 0) || (has(self.dataFrom) && size(self.dataFrom) > 0)",
        message = "there is nothing to fetch: add an entry to data or to dataFrom")
public record ExternalSecretSpec(
        @Nullable SecretStoreRef secretStoreRef,

        @Default("{\"creationPolicy\": \"Owner\", \"deletionPolicy\": \"Retain\"}") @Nullable
        ExternalSecretTarget target,

        @OneOf({"CreatedOnce", "Periodic", "OnChange"}) @Nullable
        String refreshPolicy,

        @Default("\"1h0m0s\"")
        @Length(max = 128)
        @Rule(check = Forms.IS_DURATION, message = Forms.NOT_DURATION)
        @Nullable
        String refreshInterval,

        @Nullable SyncWindows syncWindows,
        @ListKind(value = "map", keys = "secretKey") List<ExternalSecretData> data,
        @ItemCount(max = 1024) List<ExternalSecretDataFromRemoteRef> dataFrom) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ExternalSecretSpec {
        data = data == null ? List.of() : List.copyOf(data);
        dataFrom = dataFrom == null ? List.of() : List.copyOf(dataFrom);
    }

    /** Returns the specification that asks for nothing. */
    public static ExternalSecretSpec empty() {
        return new ExternalSecretSpec(null, null, null, null, null, List.of(), List.of());
    }
}

package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Required;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.externalsecret.ExternalSecretTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to push, where to, and how often.
 *
 * @param refreshInterval The time between two pushes: a duration such as {@code 30m} or {@code 24h}; {@code 1h0m0s}
 *     unless given. Zero pushes once, and again only when the spec, the labels or the annotations of the PushSecret
 *     change. The largest unit is the hour.
 * @param secretStoreRefs The stores to write to. Every entry of {@code data} goes to each of them; an entry of {@code
 *     dataTo} goes to those that it names.
 * @param updatePolicy What happens to a remote object that is there already: it is overwritten ({@code Replace}, the
 *     default) or left alone ({@code IfNotExists}).
 * @param deletionPolicy What happens to what was pushed once it is no longer wanted, because its entry, its store, its
 *     source or the PushSecret is gone: it is deleted at the provider ({@code Delete}) or stays there ({@code None},
 *     the default).
 * @param selector Where the keys and values come from: Secrets of this namespace, or a generator.
 * @param data Keys one by one, each with the remote object it is written to. They win over what {@code dataTo} makes
 *     of the same key.
 * @param dataTo Keys in bulk, by rules. An entry concerns the stores that its {@code storeRef} names, which have to
 *     stand in {@code secretStoreRefs} too.
 * @param template Changes keys and values on their way: its output is laid over the data of the source, which itself
 *     is never written. {@code mergePolicy}, {@code engineVersion} and finalizers have no effect here.
 */
@ModelRecord
public record PushSecretSpec(
        @Default("\"1h0m0s\"")
        @Length(max = 128)
        @Rule(check = Forms.IS_DURATION, message = Forms.NOT_DURATION)
        @Nullable
        String refreshInterval,

        @Required List<PushSecretStoreRef> secretStoreRefs,

        @OneOf({"Replace", "IfNotExists"}) @Default("\"Replace\"") @Nullable
        String updatePolicy,

        @OneOf({"Delete", "None"}) @Default("\"None\"") @Nullable
        String deletionPolicy,

        PushSecretSelector selector,
        List<PushSecretData> data,
        List<PushSecretDataTo> dataTo,
        @Nullable ExternalSecretTemplate template) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public PushSecretSpec {
        selector = selector == null ? new PushSecretSelector(null, null) : selector;
        secretStoreRefs = secretStoreRefs == null ? List.of() : List.copyOf(secretStoreRefs);
        data = data == null ? List.of() : List.copyOf(data);
        dataTo = dataTo == null ? List.of() : List.copyOf(dataTo);
    }

    /** Returns the specification that names no source and no store. */
    static PushSecretSpec empty() {
        return new PushSecretSpec(
                null, List.of(), null, null, new PushSecretSelector(null, null), List.of(), List.of(), null);
    }
}

package dev.eso4j.api.pushsecret;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.PreserveUnknownFields;
import dev.eso4j.api.crd.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that pushes many keys at once.
 *
 * @param storeRef The stores that the rule is for. Always needed; a store that is named has to stand by the same name
 *     and kind in {@code secretStoreRefs}.
 * @param remoteKey The name of one remote object that takes all keys together, as one JSON object or in the form that
 *     the provider has for it. Each key becomes a remote object of its own when absent. Excludes {@code rewrite}.
 * @param match Which keys are pushed; all of them when absent.
 * @param rewrite How the names of the remote objects are made from the keys: changes that are applied one after the
 *     other. The names are the keys when there are none. Excludes {@code remoteKey}.
 * @param metadata Settings of the provider for every remote object that the rule writes, as in {@code
 *     data[].metadata}.
 * @param conversionStrategy How the keys of the source are read before they are matched: as they are ({@code None},
 *     the default), or with every {@code _U002d_} turned back into the character it stands for ({@code
 *     ReverseUnicode}).
 */
@ModelRecord
@Rule(check = "has(self.storeRef)", message = "an entry of dataTo says which stores it is for: set storeRef")
@Rule(
        check = "!has(self.remoteKey) || !has(self.rewrite) || size(self.rewrite) == 0",
        message =
                "remoteKey puts all keys into one remote object, so there is no name to rewrite: remove remoteKey or rewrite")
public record PushSecretDataTo(
        @Nullable PushSecretStoreRef storeRef,
        @Nullable String remoteKey,
        @Nullable PushSecretDataToMatch match,
        List<PushSecretRewrite> rewrite,

        @JsonInclude(JsonInclude.Include.NON_NULL) @PreserveUnknownFields @Nullable
        Object metadata,

        @OneOf({"None", "ReverseUnicode"}) @Default("\"None\"") @Nullable
        String conversionStrategy) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public PushSecretDataTo {
        rewrite = rewrite == null ? List.of() : List.copyOf(rewrite);
    }
}

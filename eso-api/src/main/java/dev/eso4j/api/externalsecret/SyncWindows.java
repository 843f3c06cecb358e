package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.ItemCount;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Required;
import java.util.List;

/**
 * When periodic refreshes may happen. Changes of the ExternalSecret and repairs of its target are not held back.
 *
 * @param kind {@code allow}: refreshes happen only while a window is open; {@code deny}: only while none is.
 * @param windows The windows; they may overlap.
 */
@ModelRecord
public record SyncWindows(
        @OneOf({"allow", "deny"}) String kind,
        @Required @ItemCount(min = 1, max = 1024) List<SyncWindow> windows) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public SyncWindows {
        windows = windows == null ? List.of() : List.copyOf(windows);
    }
}

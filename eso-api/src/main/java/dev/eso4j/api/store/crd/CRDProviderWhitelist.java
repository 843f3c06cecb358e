package dev.eso4j.api.store.crd;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.ItemCount;
import java.util.List;

/**
 * What consumers of a store may read.
 *
 * @param rules Rules, one of which has to hold for what is asked for; everything is allowed when empty.
 */
@ModelRecord
public record CRDProviderWhitelist(@ItemCount(max = 64) List<CRDProviderWhitelistRule> rules) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public CRDProviderWhitelist {
        rules = rules == null ? List.of() : List.copyOf(rules);
    }
}

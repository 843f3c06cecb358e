package dev.eso4j.standalone.render;

import dev.eso4j.api.pushsecret.PushSecretSpec;
import dev.eso4j.api.pushsecret.PushSecretStoreRef;
import dev.eso4j.core.pushsecret.PushEntries;
import dev.eso4j.core.pushsecret.PushEntry;
import dev.eso4j.core.pushsecret.PushRuleException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which remote objects a PushSecret would write, as far as that can be known without asking anybody. */
final class PushPreview {
    private static final String BY_LABELS = "stores that are chosen by labels are not known here: ";

    private PushPreview() {}

    /**
     * Returns a line for each write, by store.
     *
     * @throws FailedEntryException if an entry does not fit the keys
     */
    static Map<String, List<String>> of(PushSecretSpec spec, Set<String> keys) {
        Map<String, List<String>> stores = new LinkedHashMap<>();
        try {
            for (PushSecretStoreRef store : spec.secretStoreRefs()) {
                String name = PushEntries.kind(store) + (store.name() == null ? "s by labels" : " " + store.name());
                List<String> lines = new ArrayList<>();
                PushEntries.of(spec, ref -> PushEntries.same(ref, store), keys).forEach(e -> lines.add(line(e)));
                stores.put(name, lines);
            }
        } catch (PushRuleException e) {
            throw new FailedEntryException(String.valueOf(e.getMessage()));
        }
        List<String> byLabels = new ArrayList<>();
        for (int i = 0; i < spec.dataTo().size(); i++) {
            PushSecretStoreRef ref = spec.dataTo().get(i).storeRef();
            if (ref != null && ref.name() == null) {
                byLabels.add(BY_LABELS + "spec.dataTo[" + i + "] is left out");
            }
        }
        if (!byLabels.isEmpty()) {
            stores.put("left out", byLabels);
        }
        return stores;
    }

    private static String line(PushEntry entry) {
        return entry.remoteKey()
                + (entry.property() == null ? "" : ", property " + entry.property())
                + (entry.whole() ? " <- one object with " : " <- ")
                + String.join(", ", entry.keys())
                + " (" + entry.field() + ")";
    }
}

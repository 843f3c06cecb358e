package dev.eso4j.api.store.crd;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.ItemCount;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that consumers may read; all its members have to hold.
 *
 * @param name A regular expression (RE2) that the name of the object matches anywhere; anchor it to mean the whole
 *     name, as in {@code ^prod-.*$}.
 * @param namespace A regular expression (RE2) that the namespace of the object matches anywhere. For a
 *     ClusterSecretStore only.
 * @param properties Regular expressions (RE2), one of which has to match each property that is asked for. Such a rule
 *     never allows the object as a whole.
 */
@ModelRecord
@Rule(
        check =
                "(has(self.name) && self.name != '') || (has(self.namespace) && self.namespace != '') || (has(self.properties) && self.properties.size() > 0)",
        message = "a rule needs name, namespace or properties; without any it would allow everything")
public record CRDProviderWhitelistRule(
        @Length(max = 512) @Rule(check = Forms.IS_RE2, message = Forms.NOT_RE2) @Nullable
        String name,

        @Length(max = 512) @Rule(check = Forms.IS_RE2, message = Forms.NOT_RE2) @Nullable
        String namespace,

        @ItemCount(max = 64)
        List<@Length(max = 512) @Rule(check = Forms.IS_RE2, message = Forms.NOT_RE2) String> properties) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public CRDProviderWhitelistRule {
        properties = properties == null ? List.of() : List.copyOf(properties);
    }
}

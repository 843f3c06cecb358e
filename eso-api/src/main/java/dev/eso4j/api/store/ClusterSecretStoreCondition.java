package dev.eso4j.api.store;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.ItemCount;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Namespaces that may use a ClusterSecretStore; its members are alternatives.
 *
 * @param namespaceSelector Admits namespaces whose labels match.
 * @param namespaces Admits namespaces by name.
 * @param namespaceRegexes Admits namespaces whose name a regular expression (RE2) matches anywhere; anchor it to mean
 *     the whole name, as in {@code ^team-.*$}.
 */
@ModelRecord
public record ClusterSecretStoreCondition(
        @Nullable LabelSelector namespaceSelector,
        List<@Pattern(Forms.DNS_LABEL) @Length(min = 1, max = 63) String> namespaces,

        @ItemCount(max = 64)
        List<@Length(max = 512) @Rule(check = Forms.IS_RE2, message = Forms.NOT_RE2) String> namespaceRegexes) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ClusterSecretStoreCondition {
        namespaces = namespaces == null ? List.of() : List.copyOf(namespaces);
        namespaceRegexes = namespaceRegexes == null ? List.of() : List.copyOf(namespaceRegexes);
    }
}

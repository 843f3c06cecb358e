package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.meta.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Namespaces that may use a ClusterSecretStore; its members are alternatives. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClusterSecretStoreCondition(
        @Nullable LabelSelector namespaceSelector, List<String> namespaces, List<String> namespaceRegexes) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ClusterSecretStoreCondition {
        namespaces = namespaces == null ? List.of() : List.copyOf(namespaces);
        namespaceRegexes = namespaceRegexes == null ? List.of() : List.copyOf(namespaceRegexes);
    }
}

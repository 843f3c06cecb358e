package dev.eso4j.api.clusterexternalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.meta.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which ExternalSecret to make, and in which namespaces.
 *
 * @param externalSecretSpec The spec of each ExternalSecret.
 * @param externalSecretName The name of each ExternalSecret; the name of the ClusterExternalSecret when absent.
 * @param externalSecretMetadata Labels and annotations for each ExternalSecret.
 * @param namespaceSelector Deprecated: one more selector; write it into {@code namespaceSelectors}.
 * @param namespaceSelectors The namespaces that get an ExternalSecret: those whose labels match one of these
 *     selectors. A namespace that stops matching loses its ExternalSecret.
 * @param namespaces Deprecated: namespaces by name, beside those that the selectors match; select by the label {@code
 *     kubernetes.io/metadata.name} instead. A namespace that does not exist is no error.
 * @param refreshTime The time between two looks at all namespaces: a duration such as {@code 10m}; one hour when
 *     absent. Changes of namespaces and of the ExternalSecrets are seen at once, and how often secrets are read is
 *     {@code externalSecretSpec.refreshInterval}.
 */
@ModelRecord
public record ClusterExternalSecretSpec(
        ExternalSecretSpec externalSecretSpec,

        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253) @Nullable
        String externalSecretName,

        @Nullable ExternalSecretMetadata externalSecretMetadata,
        @Nullable LabelSelector namespaceSelector,
        List<LabelSelector> namespaceSelectors,
        List<@Pattern(Forms.DNS_LABEL) @Length(min = 1, max = 63) String> namespaces,

        @Length(max = 128) @Rule(check = Forms.IS_DURATION, message = Forms.NOT_DURATION) @Nullable
        String refreshTime) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ClusterExternalSecretSpec {
        externalSecretSpec = externalSecretSpec == null ? ExternalSecretSpec.empty() : externalSecretSpec;
        namespaceSelectors = namespaceSelectors == null ? List.of() : List.copyOf(namespaceSelectors);
        namespaces = namespaces == null ? List.of() : List.copyOf(namespaces);
    }

    /** Returns the specification that selects no namespace. */
    static ClusterExternalSecretSpec empty() {
        return new ClusterExternalSecretSpec(ExternalSecretSpec.empty(), null, null, null, List.of(), List.of(), null);
    }
}

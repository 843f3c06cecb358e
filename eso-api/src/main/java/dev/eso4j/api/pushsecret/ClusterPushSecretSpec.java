package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which PushSecret to make, and in which namespaces.
 *
 * @param pushSecretSpec The spec of each PushSecret.
 * @param refreshTime The time between two looks at all namespaces: a duration such as {@code 10m}; one hour when
 *     absent. Changes of namespaces and of the PushSecrets are seen at once.
 * @param pushSecretName The name of each PushSecret; the name of the ClusterPushSecret when absent.
 * @param pushSecretMetadata Labels and annotations for each PushSecret.
 * @param namespaceSelectors The namespaces that get a PushSecret: those whose labels match one of these selectors.
 *     None when there is no selector.
 */
@ModelRecord
public record ClusterPushSecretSpec(
        PushSecretSpec pushSecretSpec,

        @Length(max = 128) @Rule(check = Forms.IS_DURATION, message = Forms.NOT_DURATION) @Nullable
        String refreshTime,

        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253) @Nullable
        String pushSecretName,

        @Nullable PushSecretMetadata pushSecretMetadata,
        List<LabelSelector> namespaceSelectors) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ClusterPushSecretSpec {
        pushSecretSpec = pushSecretSpec == null ? PushSecretSpec.empty() : pushSecretSpec;
        namespaceSelectors = namespaceSelectors == null ? List.of() : List.copyOf(namespaceSelectors);
    }

    /** Returns the specification that selects no namespace. */
    static ClusterPushSecretSpec empty() {
        return new ClusterPushSecretSpec(PushSecretSpec.empty(), null, null, null, List.of());
    }
}

package dev.eso4j.api.meta;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ServiceAccount whose token is requested.
 *
 * @param name The name of the ServiceAccount.
 * @param namespace The namespace of the ServiceAccount. Only a ClusterSecretStore may name one; a namespaced resource
 *     always uses its own namespace.
 * @param audiences Whom the token is meant for, such as {@code sts.amazonaws.com}; the audience of the API server when
 *     empty.
 */
@ModelRecord
public record ServiceAccountSelector(
        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253)
        String name,

        @Pattern(Forms.DNS_LABEL) @Length(min = 1, max = 63) @Nullable
        String namespace,

        List<String> audiences) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ServiceAccountSelector {
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
    }
}

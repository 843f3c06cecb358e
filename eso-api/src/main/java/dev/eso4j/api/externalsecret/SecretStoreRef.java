package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A store by name and kind.
 *
 * @param name The name of the store.
 * @param kind {@code SecretStore}, which is meant when this is absent and is always looked up in the namespace of the
 *     ExternalSecret, or {@code ClusterSecretStore}.
 */
@ModelRecord
public record SecretStoreRef(
        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253) @Nullable
        String name,

        @OneOf({"SecretStore", "ClusterSecretStore"}) @Nullable
        String kind) {
    // By hand: each sync asks, and what the compiler makes is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretStoreRef o && Objects.equals(name, o.name) && Objects.equals(kind, o.kind);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(name) + Objects.hashCode(kind);
    }
}

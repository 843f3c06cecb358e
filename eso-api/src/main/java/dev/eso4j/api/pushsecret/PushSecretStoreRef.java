package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Pattern;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.LabelSelector;
import org.jspecify.annotations.Nullable;

/**
 * Stores to write to, by name or by labels.
 *
 * @param name The name of a store. Without effect beside {@code labelSelector} in {@code secretStoreRefs}, and ahead
 *     of it in {@code dataTo[].storeRef}; one of the two is needed.
 * @param labelSelector Takes every store of the kind whose labels match; SecretStores of this namespace only.
 * @param kind {@code SecretStore} (the default), which is looked up in the namespace of the PushSecret, or {@code
 *     ClusterSecretStore}.
 */
@ModelRecord
@Rule(
        check = "has(self.name) || has(self.labelSelector)",
        message = "a store is referred to by its name or by labels: set name or labelSelector")
public record PushSecretStoreRef(
        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253) @Nullable
        String name,

        @Nullable LabelSelector labelSelector,

        @OneOf({"SecretStore", "ClusterSecretStore"}) @Default("\"SecretStore\"") @Nullable
        String kind) {}

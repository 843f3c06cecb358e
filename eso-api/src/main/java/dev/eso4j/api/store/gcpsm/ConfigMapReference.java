package dev.eso4j.api.store.gcpsm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One key of a ConfigMap.
 *
 * @param name The name of the ConfigMap.
 * @param namespace The namespace of the ConfigMap. Only a ClusterSecretStore may name one; a SecretStore reads in its
 *     own namespace.
 * @param key The key whose value is the configuration, as JSON.
 */
@ModelRecord
public record ConfigMapReference(
        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253)
        String name,

        @Pattern(Forms.DNS_LABEL) @Length(min = 1, max = 63) @Nullable
        String namespace,

        @Pattern(Forms.DATA_KEY) @Length(min = 1, max = 253) String key) {}

package dev.eso4j.api.store.gcpsm;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Secret all of whose keys are read.
 *
 * @param name The name of the Secret.
 * @param namespace The namespace of the Secret. Only a ClusterSecretStore may name one; a SecretStore reads in its own
 *     namespace.
 */
@ModelRecord
public record SecretReference(
        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253)
        String name,

        @Pattern(Forms.DNS_LABEL) @Length(min = 1, max = 63) @Nullable
        String namespace) {}

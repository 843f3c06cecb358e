package dev.eso4j.api.meta;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One key of a Kubernetes Secret.
 *
 * @param name The name of the Secret.
 * @param namespace The namespace of the Secret. Only a ClusterSecretStore may name one; a namespaced resource always
 *     reads in its own namespace.
 * @param key The key inside the Secret, such as {@code token} or {@code tls.crt}. Some fields that hold such a
 *     reference have a default key and say so.
 */
@ModelRecord
public record SecretKeySelector(
        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253) @Nullable
        String name,

        @Pattern(Forms.DNS_LABEL) @Length(min = 1, max = 63) @Nullable
        String namespace,

        @Pattern(Forms.DATA_KEY) @Length(min = 1, max = 253) @Nullable
        String key) {}

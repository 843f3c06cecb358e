package dev.eso4j.api.meta;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a certificate authority is read from: a key of a Secret or of a ConfigMap.
 *
 * @param type The kind of the object that holds the certificates.
 * @param name The name of that object.
 * @param key The key whose value is one or more certificates in PEM.
 * @param namespace The namespace of that object. A ClusterSecretStore has to name it; a SecretStore reads in its own
 *     namespace and must not.
 */
@ModelRecord
public record CAProvider(
        @OneOf({"Secret", "ConfigMap"}) String type,

        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253)
        String name,

        @Pattern(Forms.DATA_KEY) @Length(min = 1, max = 253) @Nullable
        String key,

        @Pattern(Forms.DNS_LABEL) @Length(min = 1, max = 63) @Nullable
        String namespace) {}

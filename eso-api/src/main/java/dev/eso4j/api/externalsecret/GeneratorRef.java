package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.GeneratorKinds;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A generator resource.
 *
 * @param apiVersion The API version of the generator; {@code generators.external-secrets.io/v1alpha1} unless given.
 * @param kind The kind of the generator. {@code ClusterGenerator} is one without a namespace, every other kind is
 *     looked up in the namespace of the resource that refers to it.
 * @param name The name of the generator.
 */
@ModelRecord
public record GeneratorRef(
        @Default("\"generators.external-secrets.io/v1alpha1\"") @Nullable
        String apiVersion,

        @GeneratorKinds(withCluster = true) String kind,

        @Pattern(Forms.DNS_SUBDOMAIN) @Length(min = 1, max = 253)
        String name) {}

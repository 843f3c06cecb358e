package dev.eso4j.api.generator.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import dev.eso4j.api.generator.GeneratorResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Asks Vault for values that it makes on demand, such as database users or certificates; its answer gives the keys.
 */
@Categories({"external-secrets", "external-secrets-generators"})
@Group("generators.external-secrets.io")
@Version("v1alpha1")
@Kind("VaultDynamicSecret")
@Plural("vaultdynamicsecrets")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class VaultDynamicSecret extends GeneratorResource<VaultDynamicSecretSpec> {
    private static final long serialVersionUID = 1L;
}

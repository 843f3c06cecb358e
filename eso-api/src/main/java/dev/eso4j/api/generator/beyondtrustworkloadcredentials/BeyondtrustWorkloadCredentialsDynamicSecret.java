package dev.eso4j.api.generator.beyondtrustworkloadcredentials;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import dev.eso4j.api.generator.GeneratorResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Makes cloud credentials by a dynamic secret of BeyondTrust Workload Credentials, under the keys {@code accessKeyId},
 * {@code secretAccessKey}, {@code sessionToken}, {@code leaseId} and {@code expiration}.
 */
@Categories({"external-secrets", "external-secrets-generators"})
@Group("generators.external-secrets.io")
@Version("v1alpha1")
@Kind("BeyondtrustWorkloadCredentialsDynamicSecret")
@Plural("beyondtrustworkloadcredentialsdynamicsecrets")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class BeyondtrustWorkloadCredentialsDynamicSecret
        extends GeneratorResource<BeyondtrustWorkloadCredentialsDynamicSecretSpec> {
    private static final long serialVersionUID = 1L;
}

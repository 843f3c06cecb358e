package dev.eso4j.api.generator.azure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import dev.eso4j.api.generator.GeneratorResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** Fetches a token for a container registry of Azure (ACR), under the keys {@code username} and {@code password}. */
@Categories({"external-secrets", "external-secrets-generators"})
@Group("generators.external-secrets.io")
@Version("v1alpha1")
@Kind("ACRAccessToken")
@Plural("acraccesstokens")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ACRAccessToken extends GeneratorResource<ACRAccessTokenSpec> {
    private static final long serialVersionUID = 1L;
}

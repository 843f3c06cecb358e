package dev.eso4j.api.generator.aws;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import dev.eso4j.api.generator.GeneratorResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Fetches a password of 12 hours for a container registry of Amazon (ECR), under the keys {@code username}, {@code
 * password}, {@code expires_at} and {@code proxy_endpoint}.
 */
@Categories({"external-secrets", "external-secrets-generators"})
@Group("generators.external-secrets.io")
@Version("v1alpha1")
@Kind("ECRAuthorizationToken")
@Plural("ecrauthorizationtokens")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ECRAuthorizationToken extends GeneratorResource<ECRAuthorizationTokenSpec> {
    private static final long serialVersionUID = 1L;
}

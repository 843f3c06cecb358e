package dev.eso4j.api.generator.gitlab;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import dev.eso4j.api.generator.GeneratorResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Makes a GitLab deploy token, under the keys {@code username} and {@code token}, and deletes it when it has been
 * replaced.
 */
@Categories({"external-secrets", "external-secrets-generators"})
@Group("generators.external-secrets.io")
@Version("v1alpha1")
@Kind("GitlabDeployToken")
@Plural("gitlabdeploytokens")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class GitlabDeployToken extends GeneratorResource<GitlabDeployTokenSpec> {
    private static final long serialVersionUID = 1L;
}

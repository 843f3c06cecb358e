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
 * Fetches temporary credentials of AWS, under the keys {@code access_key_id}, {@code secret_access_key}, {@code
 * session_token} and {@code expiration}.
 */
@Categories({"external-secrets", "external-secrets-generators"})
@Group("generators.external-secrets.io")
@Version("v1alpha1")
@Kind("STSSessionToken")
@Plural("stssessiontokens")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class STSSessionToken extends GeneratorResource<STSSessionTokenSpec> {
    private static final long serialVersionUID = 1L;
}

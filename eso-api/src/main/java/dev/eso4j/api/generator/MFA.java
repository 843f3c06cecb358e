package dev.eso4j.api.generator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Makes one-time passwords (TOTP), under the key {@code token}, with the seconds it stays valid under {@code
 * timeLeft}.
 */
@Categories({"external-secrets", "external-secrets-generators"})
@Group("generators.external-secrets.io")
@Version("v1alpha1")
@Kind("MFA")
@Plural("mfas")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class MFA extends GeneratorResource<MFASpec> {
    private static final long serialVersionUID = 1L;
}

package dev.eso4j.api.generator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** Makes random UUIDs. */
@Categories({"external-secrets", "external-secrets-generators"})
@Group("generators.external-secrets.io")
@Version("v1alpha1")
@Kind("UUID")
@Plural("uuids")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class UUID extends GeneratorResource<UUIDSpec> {
    private static final long serialVersionUID = 1L;
}

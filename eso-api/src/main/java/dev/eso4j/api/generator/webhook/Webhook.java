package dev.eso4j.api.generator.webhook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import dev.eso4j.api.generator.GeneratorResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** Asks an HTTP service for values; the members of its JSON answer give the keys. */
@Categories({"external-secrets", "external-secrets-generators"})
@Group("generators.external-secrets.io")
@Version("v1alpha1")
@Kind("Webhook")
@Plural("webhooks")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Webhook extends GeneratorResource<WebhookSpec> {
    private static final long serialVersionUID = 1L;
}

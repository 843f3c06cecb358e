package dev.eso4j.api.generator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** A generator that every namespace may use. */
@Categories({"external-secrets", "external-secrets-generators"})
@Group("generators.external-secrets.io")
@Version("v1alpha1")
@Kind("ClusterGenerator")
@Plural("clustergenerators")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ClusterGenerator extends CustomResource<ClusterGeneratorSpec, Void> {
    private static final long serialVersionUID = 1L;

    /** A manifest without a spec makes nothing, and is told so, rather than breaking those who read it. */
    @Override
    protected ClusterGeneratorSpec initSpec() {
        return ClusterGeneratorSpec.empty();
    }
}

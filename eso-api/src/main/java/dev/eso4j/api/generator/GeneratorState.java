package dev.eso4j.api.generator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import dev.eso4j.api.crd.PrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;

/** What a generator has issued and has to take back one day; written by the operator. */
@Categories({"external-secrets", "external-secrets-generators"})
@PrinterColumn(name = "GC Deadline", path = ".spec.garbageCollectionDeadline")
@PrinterColumn(name = "Age", path = ".metadata.creationTimestamp", type = "date")
@Group("generators.external-secrets.io")
@Version("v1alpha1")
@Kind("GeneratorState")
@Plural("generatorstates")
@ShortNames("gs")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class GeneratorState extends CustomResource<GeneratorStateSpec, GeneratorStateStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A manifest without a spec has nothing to take back. */
    @Override
    protected GeneratorStateSpec initSpec() {
        return new GeneratorStateSpec(null, Map.of(), Map.of());
    }
}

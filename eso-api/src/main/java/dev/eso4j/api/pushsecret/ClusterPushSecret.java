package dev.eso4j.api.pushsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import dev.eso4j.api.crd.PrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** A PushSecret for each of many namespaces. */
@Categories("external-secrets")
@PrinterColumn(name = "AGE", path = ".metadata.creationTimestamp", type = "date")
@PrinterColumn(name = "Status", path = ".status.conditions[?(@.type==\"Ready\")].reason")
@Group("external-secrets.io")
@Version("v1alpha1")
@Kind("ClusterPushSecret")
@Plural("clusterpushsecrets")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ClusterPushSecret extends CustomResource<ClusterPushSecretSpec, ClusterPushSecretStatus> {
    private static final long serialVersionUID = 1L;

    /** A manifest without a spec selects no namespace, and is told so, rather than breaking those who read it. */
    @Override
    protected ClusterPushSecretSpec initSpec() {
        return ClusterPushSecretSpec.empty();
    }
}

package dev.eso4j.api.clusterexternalsecret;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import dev.eso4j.api.crd.OlderVersion;
import dev.eso4j.api.crd.PrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** An ExternalSecret for each of many namespaces. */
@Categories("external-secrets")
@OlderVersion(
        value = "v1beta1",
        warning =
                "external-secrets.io/v1beta1 ClusterExternalSecret is deprecated; use external-secrets.io/v1, which has the same fields")
@PrinterColumn(name = "Store", path = ".spec.externalSecretSpec.secretStoreRef.name")
@PrinterColumn(name = "Refresh Interval", path = ".spec.refreshTime")
@PrinterColumn(name = "Ready", path = ".status.conditions[?(@.type==\"Ready\")].status")
@Group("external-secrets.io")
@Version("v1")
@Kind("ClusterExternalSecret")
@Plural("clusterexternalsecrets")
@ShortNames("ces")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ClusterExternalSecret
        extends CustomResource<ClusterExternalSecretSpec, ClusterExternalSecretStatus> {
    private static final long serialVersionUID = 1L;

    /** A manifest without a spec selects no namespace, and is told so, rather than breaking those who read it. */
    @Override
    protected ClusterExternalSecretSpec initSpec() {
        return ClusterExternalSecretSpec.empty();
    }
}

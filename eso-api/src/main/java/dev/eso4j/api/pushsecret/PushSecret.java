package dev.eso4j.api.pushsecret;

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

/** Which keys of Secrets are written to which stores. */
@Categories("external-secrets")
@PrinterColumn(name = "AGE", path = ".metadata.creationTimestamp", type = "date")
@PrinterColumn(name = "Status", path = ".status.conditions[?(@.type==\"Ready\")].reason")
@PrinterColumn(name = "Last Sync", path = ".status.refreshTime", type = "date")
@Group("external-secrets.io")
@Version("v1alpha1")
@Kind("PushSecret")
@Plural("pushsecrets")
@ShortNames("ps")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class PushSecret extends CustomResource<PushSecretSpec, PushSecretStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A manifest without a spec names no source, and is told so, rather than breaking those who read it. */
    @Override
    protected PushSecretSpec initSpec() {
        return PushSecretSpec.empty();
    }
}

package dev.eso4j.api.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eso4j.api.crd.Categories;
import dev.eso4j.api.crd.OlderVersion;
import dev.eso4j.api.crd.PrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** A place where secrets are kept, usable in its own namespace. */
@Categories("external-secrets")
@OlderVersion(
        value = "v1beta1",
        warning =
                "external-secrets.io/v1beta1 SecretStore is deprecated; use external-secrets.io/v1, which has the same fields")
@PrinterColumn(name = "AGE", path = ".metadata.creationTimestamp", type = "date")
@PrinterColumn(name = "Status", path = ".status.conditions[?(@.type==\"Ready\")].reason")
@PrinterColumn(name = "Capabilities", path = ".status.capabilities")
@PrinterColumn(name = "Ready", path = ".status.conditions[?(@.type==\"Ready\")].status")
@Group("external-secrets.io")
@Version("v1")
@Kind("SecretStore")
@Plural("secretstores")
@ShortNames("ss")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class SecretStore extends CustomResource<SecretStoreSpec, SecretStoreStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A manifest without a spec names no provider, and is told so, rather than breaking those who read it. */
    @Override
    protected SecretStoreSpec initSpec() {
        return SecretStoreSpec.empty();
    }
}

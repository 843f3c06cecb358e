package dev.eso4j.api.externalsecret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.eso4j.api.crd.Categories;
import dev.eso4j.api.crd.OlderVersion;
import dev.eso4j.api.crd.PrinterColumn;
import dev.eso4j.api.crd.SelectableFields;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Which secrets an application needs, and what is made of them in its namespace. */
@Categories("external-secrets")
@OlderVersion(
        value = "v1beta1",
        warning =
                "external-secrets.io/v1beta1 ExternalSecret is deprecated; use external-secrets.io/v1, which has the same fields")
@SelectableFields({
    ".spec.secretStoreRef.name",
    ".spec.secretStoreRef.kind",
    ".spec.target.name",
    ".spec.refreshInterval",
    ".status.refreshTime"
})
@PrinterColumn(name = "StoreType", path = ".spec.secretStoreRef.kind")
@PrinterColumn(name = "Store", path = ".spec.secretStoreRef.name")
@PrinterColumn(name = "Refresh Interval", path = ".spec.refreshInterval")
@PrinterColumn(name = "Status", path = ".status.conditions[?(@.type==\"Ready\")].reason")
@PrinterColumn(name = "Ready", path = ".status.conditions[?(@.type==\"Ready\")].status")
@PrinterColumn(name = "Last Sync", path = ".status.refreshTime", type = "date")
@Group("external-secrets.io")
@Version("v1")
@Kind("ExternalSecret")
@Plural("externalsecrets")
@ShortNames("es")
@JsonIgnoreProperties(
        value = {"apiVersion", "kind"},
        allowGetters = true,
        ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class ExternalSecret extends CustomResource<ExternalSecretSpec, ExternalSecretStatus>
        implements Cloneable, Namespaced {
    private static final long serialVersionUID = 1L;
    private static final ExternalSecret EMPTY = new ExternalSecret();

    /**
     * Returns an ExternalSecret with the given parts, which are not copied; absent ones are empty.
     *
     * <p>The constructor works out names and versions from annotations for each object anew; here all objects share what
     * was worked out once. When one is read, its API version and kind are those of the class, whatever was written.
     */
    @JsonCreator
    public static ExternalSecret of(
            @JsonProperty("metadata") @Nullable ObjectMeta metadata,
            @JsonProperty("spec") @Nullable ExternalSecretSpec spec,
            @JsonProperty("status") @Nullable ExternalSecretStatus status) {
        ExternalSecret externalSecret;
        try {
            externalSecret = (ExternalSecret) EMPTY.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
        externalSecret.setMetadata(metadata == null ? new ObjectMeta() : metadata);
        externalSecret.setSpec(spec == null ? ExternalSecretSpec.empty() : spec);
        externalSecret.setStatus(status);
        return externalSecret;
    }

    /** A manifest without a spec asks for nothing, and is told so, rather than breaking those who read it. */
    @Override
    protected ExternalSecretSpec initSpec() {
        return ExternalSecretSpec.empty();
    }
}

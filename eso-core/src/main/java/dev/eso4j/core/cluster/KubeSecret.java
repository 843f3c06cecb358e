package dev.eso4j.core.cluster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes Secret with its data as bytes, never as text. Its {@code toString} shows names of keys only.
 *
 * @param apiVersion always {@code v1}
 * @param kind always {@code Secret}
 * @param metadata the metadata
 * @param immutable whether the API server refuses changes of the data
 * @param data the values by key; empty if there are none
 * @param type the type; {@code null} lets the API server choose {@code Opaque}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"apiVersion", "kind", "metadata", "immutable", "data", "type"})
public record KubeSecret(
        String apiVersion,
        String kind,
        ObjectMeta metadata,
        @Nullable Boolean immutable,
        Map<String, byte[]> data,
        @Nullable String type) {
    /** Fixes apiVersion and kind, and makes absent data empty. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public KubeSecret {
        apiVersion = "v1";
        kind = "Secret";
        data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Returns a Secret. */
    public static KubeSecret of(
            ObjectMeta metadata, Map<String, byte[]> data, @Nullable String type, @Nullable Boolean immutable) {
        return new KubeSecret("v1", "Secret", metadata, immutable, data, type);
    }

    @Override
    public String toString() {
        return "KubeSecret[" + metadata.getNamespace() + "/" + metadata.getName() + ", keys=" + data.keySet() + "]";
    }
}

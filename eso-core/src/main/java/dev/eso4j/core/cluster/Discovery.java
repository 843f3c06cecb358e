package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Optional;

/** Asks an API server what kinds it has. */
final class Discovery {
    private Discovery() {}

    static Optional<ResourceType<GenericKubernetesResource>> find(ApiClient client, String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        String version = apiVersion.substring(slash + 1);
        ApiCall call = ApiCall.read("discover", ResourceType.generic(group, version, "", kind, false), "", "");
        try {
            return client.send(call, response -> {
                for (JsonNode resource : Json.MAPPER.readTree(response.body()).path("resources")) {
                    String plural = Trees.text(resource, "name");
                    if (Trees.text(resource, "kind").equals(kind) && plural.indexOf('/') < 0) { // No subresource.
                        boolean namespaced = resource.path("namespaced").asBoolean();
                        return Optional.of(ResourceType.generic(group, version, plural, kind, namespaced));
                    }
                }
                return Optional.empty();
            });
        } catch (ClusterException e) {
            if (e.reason() == Reason.NOT_FOUND) { // Not even the group is there.
                return Optional.empty();
            }
            throw e;
        }
    }
}

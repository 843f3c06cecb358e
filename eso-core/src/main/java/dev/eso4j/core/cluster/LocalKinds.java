package dev.eso4j.core.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Optional;

/** The kinds that a cluster in memory has: those that External Secrets knows, and some more. Immutable. */
final class LocalKinds {
    private final List<ResourceType<?>> more;

    LocalKinds(List<ResourceType<?>> more) {
        this.more = List.copyOf(more);
    }

    Optional<ResourceType<GenericKubernetesResource>> find(String apiVersion, String kind) {
        KnownKinds.Known known = KnownKinds.find(apiVersion, kind);
        if (known != null) {
            return Optional.of(known.type().tree());
        }
        return more.stream()
                .filter(type ->
                        type.apiVersion().equals(apiVersion) && type.kind().equals(kind))
                .findFirst()
                .map(ResourceType::tree);
    }
}

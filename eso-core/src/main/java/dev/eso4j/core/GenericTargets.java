package dev.eso4j.core;

import dev.eso4j.core.apply.GenericTargetException;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.runtime.Ticker;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which kinds may be targets beside Secrets: whoever may create an ExternalSecret gets as far as the operator's
 * rights for these kinds. Thread-safe.
 */
final class GenericTargets {
    /** Whoever can write these gives himself any right. */
    private static final String RBAC = "rbac.authorization.k8s.io";

    private static final long KEPT_NANOS = Duration.ofMinutes(10).toNanos();

    private final Cluster cluster;
    private final boolean allowed;
    private final Set<String> kinds;
    private final Ticker ticker;
    private final Map<String, Found> found = new ConcurrentHashMap<>();

    private record Found(ResourceType<GenericKubernetesResource> type, long at) {}

    /**
     * Creates the gate.
     *
     * @param kinds which, as {@code Kind} or {@code Kind.group}; all but those of RBAC if empty; {@code null} for none
     */
    GenericTargets(Cluster cluster, @Nullable Set<String> kinds, Ticker ticker) {
        this.cluster = cluster;
        this.allowed = kinds != null;
        this.kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
        this.ticker = ticker;
    }

    Optional<ResourceType<GenericKubernetesResource>> type(String apiVersion, String kind) {
        if (!allowed) {
            throw new GenericTargetException(
                    "generic targets are disabled. Enable with --unsafe-allow-generic-targets flag of eso"
                            + " operator, or by genericTargets of the builder; eso local makes files of Secrets only");
        }
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        String name = group.isEmpty() ? kind : kind + "." + group;
        if (kinds.isEmpty() ? group.equals(RBAC) : !kinds.contains(name)) {
            throw new GenericTargetException("the kind " + name + " may not be a target here;"
                    + (kinds.isEmpty() ? " who writes it gives himself any right;" : "")
                    + " an administrator can allow it by name with --generic-target-kinds");
        }
        Optional<ResourceType<GenericKubernetesResource>> type = look(apiVersion, kind);
        if (type.isPresent() && !type.get().namespaced()) {
            throw new GenericTargetException("the kind " + name + " has no namespace; only objects in the namespace of"
                    + " the ExternalSecret can be targets");
        }
        return type;
    }

    private Optional<ResourceType<GenericKubernetesResource>> look(String apiVersion, String kind) {
        String key = apiVersion + "/" + kind;
        Found known = found.get(key);
        if (known != null && ticker.nanos() - known.at() < KEPT_NANOS) {
            return Optional.of(known.type());
        }
        Optional<ResourceType<GenericKubernetesResource>> type = cluster.find(apiVersion, kind);
        type.ifPresent(t -> found.put(key, new Found(t, ticker.nanos())));
        return type;
    }
}

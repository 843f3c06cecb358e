package dev.eso4j.testkit;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.render.Ownership;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What ExternalSecrets have made of a namespace, in a form in which two namespaces can be compared: the statuses, and
 * every Secret with its data, type, labels, annotations, finalizers and owners; without times, versions, and the names and
 * ids in which two runs differ of necessity.
 *
 * <p>A Secret whose owner is gone belongs to the garbage collector and is left out.
 */
public final class NamespaceState {
    private NamespaceState() {}

    /** Returns one line for each ExternalSecret and each Secret, by kind and name. */
    public static SortedMap<String, String> of(Cluster cluster, String namespace) {
        SortedMap<String, String> lines = new TreeMap<>();
        Map<String, String> owners = new HashMap<>();
        cluster.list(ResourceType.EXTERNAL_SECRETS, Selection.namespace(namespace), e -> {
            String name = e.getMetadata().getName();
            owners.put(e.getMetadata().getUid(), name);
            owners.put(Ownership.creatorHash(namespace, name), "hash of " + name);
            lines.put("ExternalSecret " + name, status(e).replace(namespace, "NAMESPACE"));
        });
        cluster.list(ResourceType.SECRETS, Selection.namespace(namespace), s -> {
            if (references(s.metadata()).stream().allMatch(o -> owners.containsKey(o.getUid()))) {
                lines.put("Secret " + s.metadata().getName(), secret(s, owners));
            }
        });
        return lines;
    }

    /** Returns how many ExternalSecrets of a namespace are ready. */
    public static int ready(Cluster cluster, String namespace) {
        List<String> names = new ArrayList<>();
        cluster.list(ResourceType.EXTERNAL_SECRETS, Selection.namespace(namespace), e -> {
            if (e.getStatus() != null
                    && e.getStatus().conditions().stream()
                            .anyMatch(
                                    c -> c.type().equals("Ready") && c.status().equals("True"))) {
                names.add(e.getMetadata().getName());
            }
        });
        return names.size();
    }

    private static String status(ExternalSecret externalSecret) {
        if (externalSecret.getStatus() == null) {
            return "no status";
        }
        List<String> conditions = externalSecret.getStatus().conditions().stream()
                .map(c -> c.type() + "=" + c.status() + " " + c.reason() + " " + c.message())
                .toList();
        return conditions + " binding=" + externalSecret.getStatus().binding() + " synced="
                + externalSecret.getStatus().syncedResourceVersion();
    }

    private static String secret(KubeSecret secret, Map<String, String> owners) {
        SortedMap<String, String> data = new TreeMap<>();
        secret.data().forEach((key, value) -> data.put(key, new String(value, StandardCharsets.UTF_8)));
        ObjectMeta metadata = secret.metadata();
        SortedMap<String, String> labels = new TreeMap<>();
        if (metadata.getLabels() != null) {
            metadata.getLabels().forEach((key, value) -> labels.put(key, owners.getOrDefault(value, value)));
        }
        List<String> references = references(metadata).stream()
                .map(o -> o.getKind() + " " + o.getName() + " " + owners.get(o.getUid()) + " " + o.getController() + " "
                        + o.getBlockOwnerDeletion())
                .toList();
        return secret.type() + " immutable=" + secret.immutable() + " data=" + data + " labels=" + labels
                + " annotations="
                + (metadata.getAnnotations() == null ? Map.of() : new TreeMap<>(metadata.getAnnotations()))
                + " finalizers=" + metadata.getFinalizers() + " owners=" + references;
    }

    private static List<OwnerReference> references(ObjectMeta metadata) {
        return metadata.getOwnerReferences() == null ? List.of() : metadata.getOwnerReferences();
    }
}

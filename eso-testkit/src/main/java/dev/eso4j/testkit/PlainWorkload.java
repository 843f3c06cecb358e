package dev.eso4j.testkit;

import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ResourceType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Many ExternalSecrets of one namespace that all want the same: {@code password} out of {@code key}. */
public final class PlainWorkload {
    static final ResourceType<GenericKubernetesResource> EXTERNAL_SECRETS =
            ResourceType.generic("external-secrets.io", "v1", "externalsecrets", "ExternalSecret", true);
    private static final int WRITERS = 8;

    private PlainWorkload() {}

    /** Creates {@code count} ExternalSecrets that read from the SecretStore {@code store}. */
    public static void create(Cluster cluster, String namespace, String store, int count) {
        Map<String, ?> spec = Map.of(
                "secretStoreRef",
                Map.of("name", store),
                "data",
                List.of(Map.of("secretKey", "password", "remoteRef", Map.of("key", "key"))));
        forEach(0, count, i -> create(cluster, namespace, name(i), spec));
    }

    static String name(int i) {
        return "es-" + i;
    }

    static void create(Cluster cluster, String namespace, String name, Map<String, ?> spec) {
        GenericKubernetesResource created = new GenericKubernetesResource();
        created.setApiVersion("external-secrets.io/v1");
        created.setKind("ExternalSecret");
        created.setMetadata(
                new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
        created.setAdditionalProperty("spec", spec);
        cluster.create(EXTERNAL_SECRETS, created, "test");
    }

    /** Does {@code work} for the numbers {@code from} (included) to {@code to} (excluded), on a few threads. */
    static void forEach(int from, int to, Parallel.Work work) {
        int threads = Math.max(1, Math.min(WRITERS, to - from));
        Parallel.run(threads, thread -> {
            for (int i :
                    IntStream.range(from, to).filter(n -> n % threads == thread).toArray()) {
                work.run(i);
            }
        });
    }
}

package dev.eso4j.testkit;

import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ExternalSecrets of one namespace with all creation and deletion policies that go together, in turn: some of them ask for
 * what is not there, some find a Secret that is not theirs, and {@link #change} renames targets, edits and deletes.
 *
 * <p>They read {@code key-0} to {@code key-9} of a SecretStore {@code store}, and {@code missing}, which should not exist.
 */
public final class MixedWorkload {
    private static final String[][] POLICIES = {
        {"Owner", "Retain"},
        {"Owner", "Delete"},
        {"Owner", "Merge"},
        {"Orphan", "Retain"},
        {"Orphan", "Merge"},
        {"Merge", "Retain"},
        {"Merge", "Merge"},
        {"CreateOrMerge", "Retain"},
        {"None", "Retain"},
    };

    private final Cluster cluster;
    private final String namespace;

    /** Creates the workload; {@code cluster} is who writes its manifests. */
    public MixedWorkload(Cluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /** Creates the ExternalSecrets number {@code from} (included) to {@code to} (excluded), and what they merge into. */
    public void create(int from, int to) {
        PlainWorkload.forEach(from, to, i -> {
            if (creation(i).equals("Merge") || creation(i).equals("CreateOrMerge") && i % 2 == 0) {
                cluster.create(ResourceType.SECRETS, foreign(PlainWorkload.name(i)), "test");
            }
            PlainWorkload.create(cluster, namespace, PlainWorkload.name(i), spec(i, null, "password"));
        });
    }

    /**
     * Returns how many ExternalSecrets have come to their end: those that ask for what is missing have failed for that
     * reason, and the others are ready.
     */
    public int synced() {
        int[] synced = {0};
        cluster.list(ResourceType.EXTERNAL_SECRETS, Selection.namespace(namespace), e -> {
            if (e.getStatus() != null
                    && e.getStatus().conditions().stream()
                            .anyMatch(c -> c.status().equals("True")
                                    || String.valueOf(c.message()).contains("key: missing"))) {
                synced[0]++;
            }
        });
        return synced[0];
    }

    /** Changes the first {@code count}: a fifth gets another target, a fifth another key, some are deleted. */
    public void change(int count) {
        PlainWorkload.forEach(0, count, i -> {
            boolean merges = creation(i).contains("erge");
            if (i % 10 == 7) {
                cluster.delete(PlainWorkload.EXTERNAL_SECRETS, namespace, PlainWorkload.name(i), Preconditions.none());
            } else if (i % 5 == 0 && !merges) {
                patch(i, spec(i, PlainWorkload.name(i) + "-renamed", "password"));
            } else if (i % 5 == 1) {
                patch(i, spec(i, null, "other"));
            }
        });
    }

    private void patch(int i, Map<String, ?> spec) {
        cluster.patch(PlainWorkload.EXTERNAL_SECRETS, namespace, PlainWorkload.name(i), Map.of("spec", spec), "test");
    }

    private static String creation(int i) {
        return POLICIES[i % POLICIES.length][0];
    }

    private static Map<String, ?> spec(int i, @Nullable String renamed, String key) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("creationPolicy", creation(i));
        target.put("deletionPolicy", POLICIES[i % POLICIES.length][1]);
        if (renamed != null) {
            target.put("name", renamed);
        }
        String remote = i % 7 == 6 ? "missing" : "key-" + i % 10;
        return Map.of(
                "refreshInterval",
                "1h",
                "secretStoreRef",
                Map.of("kind", "SecretStore", "name", "store"),
                "target",
                target,
                "data",
                List.of(Map.of("secretKey", key, "remoteRef", Map.of("key", remote))));
    }

    private KubeSecret foreign(String name) {
        return KubeSecret.of(
                new ObjectMetaBuilder()
                        .withNamespace(namespace)
                        .withName(name)
                        .withLabels(Map.of("app", "foreign"))
                        .build(),
                Map.of("foreign", "stays".getBytes(StandardCharsets.UTF_8)),
                null,
                null);
    }
}

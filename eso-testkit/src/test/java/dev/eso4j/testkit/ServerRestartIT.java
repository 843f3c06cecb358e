package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import dev.eso4j.core.render.Ownership;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@WithControlPlane
@DisplayName("In the middle of 2,000 first syncs")
class ServerRestartIT {
    private static final int COUNT = 2_000;

    enum Victim {
        ETCD,
        API_SERVER,
        BOTH;

        void restart(ControlPlane plane) {
            if (this != API_SERVER) {
                plane.restartEtcd();
            }
            if (this != ETCD) {
                plane.restartApiServer();
            }
        }
    }

    /** One after the other by default; {@code -Deso.faults.restarts=all} restarts each alone as well. */
    static List<Victim> victims() {
        boolean all = "all".equals(System.getProperty("eso.faults.restarts"));
        List<Victim> victims = all ? List.of(Victim.values()) : List.of(Victim.BOTH);
        System.out.println("eso.faults.restarts: " + victims);
        return victims;
    }

    /** A control plane of its own: other tests need the shared one whole. */
    @ParameterizedTest(name = "{0} is killed and started again: all are Ready afterwards, with exactly one Secret each")
    @MethodSource("victims")
    void restarted(Victim victim) {
        try (ControlPlane plane = ControlPlane.builder().start()) {
            plane.installCrds();
            String namespace = plane.newNamespace();
            RecordingProvider provider = new RecordingProvider("recording");
            provider.backend().put("key", "value");
            plane.apply("""
                    apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: store, namespace: %s}
                    spec: {provider: {recording: {}}}
                    """.formatted(namespace));
            try (KubernetesCluster admin = KubernetesCluster.builder()
                            .kubeconfig(plane.kubeconfig())
                            .build();
                    KubernetesCluster cluster = KubernetesCluster.builder()
                            .kubeconfig(plane.kubeconfig())
                            .build();
                    EsoOperator operator = EsoOperator.builder(cluster)
                            .providers(List.of(provider))
                            .build()) {
                PlainWorkload.create(admin, namespace, "store", COUNT);
                operator.start();
                Awaitility.await("the middle")
                        .atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> cluster.requests().getOrDefault("patch externalsecrets/status", 0L) > COUNT / 4);
                assertThat(cluster.requests().getOrDefault("patch externalsecrets/status", 0L))
                        .as("it is killed in the middle")
                        .isLessThan(COUNT);
                victim.restart(plane);
                // Far below what a back-off of each key for itself would take.
                Awaitility.await("all to be Ready")
                        .atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> NamespaceState.ready(admin, namespace) == COUNT);
                assertOneSecretEach(admin, namespace);
            }
        }
    }

    private static void assertOneSecretEach(KubernetesCluster admin, String namespace) {
        Map<String, KubeSecret> secrets = new HashMap<>();
        admin.list(
                ResourceType.SECRETS,
                Selection.namespace(namespace),
                s -> secrets.put(s.metadata().getName(), s));
        assertThat(secrets).hasSize(COUNT);
        List<String> wrong = new ArrayList<>();
        admin.list(ResourceType.EXTERNAL_SECRETS, Selection.namespace(namespace), e -> {
            KubeSecret secret = secrets.get(e.getMetadata().getName());
            boolean right = secret != null
                    && new String(secret.data().get("password"), StandardCharsets.UTF_8).equals("value")
                    && Ownership.controller(secret.metadata())
                            .filter(o -> o.getUid().equals(e.getMetadata().getUid()))
                            .isPresent();
            if (!right) {
                wrong.add(e.getMetadata().getName());
            }
        });
        assertThat(wrong).isEmpty();
    }
}

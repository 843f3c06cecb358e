package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.NamespaceState;
import dev.eso4j.testkit.PlainWorkload;
import dev.eso4j.testkit.WithControlPlane;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code -Deso.memory.objects=5000} makes it the size of a big installation. */
@WithControlPlane
@DisplayName("With a heap of 64 MB an operator")
class SmallHeapIT {
    private static final int OBJECTS = Integer.getInteger("eso.memory.objects", 1_000);
    private static final int MOST_BYTES = 1024 * 1024;
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-Xmx64m", "-XX:+ExitOnOutOfMemoryError");

    private static OperatorProcess start(ControlPlane cluster, String namespace) {
        return OperatorProcess.start(
                JVM, cluster.kubeconfigForToken("admin-token"), "--namespace=" + namespace, "--loglevel=warn");
    }

    @Test
    @DisplayName("syncs all, forgets none, and does not run out of memory")
    void many(ControlPlane cluster) {
        cluster.installCrds();
        String namespace = cluster.newNamespace();
        cluster.apply(Fixtures.fakeStore(namespace, "fake", "value"));
        try (KubernetesCluster admin =
                KubernetesCluster.builder().kubeconfig(cluster.kubeconfig()).build()) {
            PlainWorkload.create(admin, namespace, "fake", OBJECTS);
            try (OperatorProcess operator = start(cluster, namespace)) {
                Awaitility.await("all are Ready")
                        .conditionEvaluationListener(new OnTimeout(operator))
                        .atMost(Duration.ofSeconds(120))
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> NamespaceState.ready(admin, namespace) == OBJECTS);
                System.out.println(
                        OBJECTS + " ExternalSecrets with -Xmx64m: " + operator.residentKilobytes() + " kB resident");
                assertThat(operator.alive()).isTrue();
                assertThat(operator.log()).doesNotContain("OutOfMemoryError");
            }
        }
    }

    @Test
    @DisplayName("syncs a Secret of nearly 1 MiB, says why one above cannot be, and the small ones do not suffer")
    void large(ControlPlane cluster) {
        cluster.installCrds();
        String namespace = cluster.newNamespace();
        big(cluster, namespace, "fits", MOST_BYTES - 100);
        big(cluster, namespace, "half", MOST_BYTES / 2 + 100);
        cluster.apply(Fixtures.fakeStore(namespace, "fake", "value"));
        try (OperatorProcess operator = start(cluster, namespace)) {
            cluster.apply(Fixtures.externalSecret(namespace, "before", "SecretStore", "fake")
                    + Fixtures.externalSecret(namespace, "fits", "SecretStore", "fits")
                    + Fixtures.externalSecret(namespace, "above", "SecretStore", "half")
                            .replace(
                                    "remoteRef: {key: key}}]",
                                    "remoteRef: {key: key}}, {secretKey: again, remoteRef: {key: key}}]"));
            Fixtures.awaitReason(cluster, "externalsecret", namespace, "before", "SecretSynced");
            Fixtures.awaitReason(cluster, "externalsecret", namespace, "fits", "SecretSynced");
            assertThat(Fixtures.value(cluster, namespace, "fits", "password")).hasSize(MOST_BYTES - 100);
            JsonNode refused = Fixtures.awaitReason(cluster, "externalsecret", namespace, "above", "SecretSyncedError");
            assertThat(refused.path("message").asText())
                    .contains("above would be 1048776 bytes", "1048576", "password (524388)")
                    .hasSizeLessThan(1000);
            assertThat(Fixtures.object(cluster, "secret", namespace, "above").isMissingNode())
                    .isTrue();
            cluster.apply(Fixtures.externalSecret(namespace, "after", "SecretStore", "fake"));
            Fixtures.awaitReason(cluster, "externalsecret", namespace, "after", "SecretSynced");
            assertThat(operator.alive()).isTrue();
            assertThat(operator.log()).doesNotContain("OutOfMemoryError").doesNotContain("xxxxxxxxxx");
        }
    }

    private static void big(ControlPlane cluster, String namespace, String name, int bytes) {
        var created = cluster.pipe(Fixtures.fakeStore(namespace, name, "x".repeat(bytes)), "create", "-f", "-");
        assertThat(created.ok()).as(created.err()).isTrue();
    }
}

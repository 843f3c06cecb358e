package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("An operator's part of the work")
class ScopeIT {
    @Test
    @DisplayName("is one namespace with --namespace")
    void oneNamespace(ControlPlane cluster) {
        Installation installation = Installation.of(cluster, "base");
        String ours = cluster.newNamespace();
        String other = cluster.newNamespace();
        for (String namespace : new String[] {other, ours}) {
            cluster.apply(Fixtures.fakeStore(namespace, "fake", "v")
                    + Fixtures.externalSecret(namespace, "es", "SecretStore", "fake"));
        }
        try (OperatorProcess operator = installation.start("--namespace=" + ours)) {
            Fixtures.awaitReason(cluster, "externalsecret", ours, "es", "SecretSynced");
            // What came first would have been worked on first.
            cluster.apply(Fixtures.externalSecret(ours, "later", "SecretStore", "fake"));
            Fixtures.awaitReason(cluster, "externalsecret", ours, "later", "SecretSynced");
            assertUntouched(cluster, "externalsecret", other, "es");
            assertUntouched(cluster, "secretstore", other, "fake");
            assertThat(operator.metrics())
                    .contains("namespace=\"" + ours + "\"")
                    .doesNotContain(other);
        }
    }

    @Test
    @DisplayName("is what --controller-class says, and what says nothing")
    void controllerClass(ControlPlane cluster) {
        Installation installation = Installation.of(cluster, "base");
        String namespace = cluster.newNamespace();
        cluster.apply(Fixtures.fakeStore(namespace, "theirs", "v").replace("spec: {", "spec: {controller: theirs, ")
                + Fixtures.fakeStore(namespace, "mine", "v").replace("spec: {", "spec: {controller: mine, ")
                + Fixtures.fakeStore(namespace, "anybodys", "v")
                + Fixtures.externalSecret(namespace, "from-theirs", "SecretStore", "theirs")
                + Fixtures.externalSecret(namespace, "from-mine", "SecretStore", "mine")
                + Fixtures.externalSecret(namespace, "from-anybodys", "SecretStore", "anybodys"));
        try (OperatorProcess operator = installation.start("--controller-class=mine")) {
            Fixtures.awaitReason(cluster, "externalsecret", namespace, "from-mine", "SecretSynced");
            Fixtures.awaitReason(cluster, "externalsecret", namespace, "from-anybodys", "SecretSynced");
            cluster.apply(Fixtures.externalSecret(namespace, "later", "SecretStore", "mine"));
            Fixtures.awaitReason(cluster, "externalsecret", namespace, "later", "SecretSynced");
            assertUntouched(cluster, "externalsecret", namespace, "from-theirs");
            assertUntouched(cluster, "secretstore", namespace, "theirs");
            // Other tests leave objects of such names in other namespaces.
            assertThat(operator.log()).doesNotContain(namespace + "/from-theirs", namespace + "/theirs");
        }
    }

    @Test
    @DisplayName("ends within 5 s even when a backend hangs: exit 0, lease given back")
    void hangingBackend(ControlPlane cluster) throws IOException {
        Installation installation = Installation.of(cluster, "base");
        String namespace = cluster.newNamespace();
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            cluster.apply(Fixtures.kubernetesStore(cluster, namespace, "mute")
                            .replace(cluster.url(), "http://127.0.0.1:" + mute.getLocalPort())
                    + Fixtures.externalSecret(namespace, "es", "SecretStore", "mute"));
            try (OperatorProcess operator = installation.start()) {
                mute.accept().getInputStream().read();
                operator.signal("TERM");
                assertThat(operator.awaitExit(Duration.ofSeconds(5))).isZero();
                assertThat(operator.log()).contains("was given up");
                assertThat(Fixtures.object(cluster, "lease", installation.namespace(), "external-secrets-controller")
                                .at("/spec/holderIdentity")
                                .asText())
                        .isEmpty();
            }
        }
    }

    private static void assertUntouched(ControlPlane cluster, String kind, String namespace, String name) {
        assertThat(Fixtures.object(cluster, kind, namespace, name)
                        .path("status")
                        .isMissingNode())
                .as(kind + " " + namespace + "/" + name)
                .isTrue();
    }
}

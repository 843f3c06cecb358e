package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.testkit.ApiWrite;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithControlPlane
@DisplayName("An operator with the rights and the command line of deploy/")
class OperatorProcessIT {
    private static final String CANARY = "canary-5b1f0c77-do-not-show";

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/namespaced"})
    @DisplayName("syncs from every built-in provider, reports, deletes, shows no value, and ends within 5 s")
    void wholeLife(String folder, ControlPlane cluster) {
        Installation installation = Installation.of(cluster, folder);
        String namespace = installation.namespace();
        cluster.apply(Fixtures.fakeStore(namespace, "fake", CANARY)
                + Fixtures.kubernetesStore(cluster, namespace, "kube")
                + Fixtures.externalSecret(namespace, "from-fake", "SecretStore", "fake")
                + Fixtures.externalSecret(namespace, "from-nowhere", "SecretStore", "nobody")
                + kubernetesEntry(namespace));
        cluster.kubectl("create", "secret", "generic", "key", "-n", namespace, "--from-literal=p=" + CANARY + "-k");
        try (OperatorProcess operator = installation.start("--loglevel=debug")) {
            Fixtures.awaitReason(cluster, "externalsecret", namespace, "from-fake", "SecretSynced");
            Fixtures.awaitReason(cluster, "externalsecret", namespace, "from-kube", "SecretSynced");
            Fixtures.awaitReason(cluster, "externalsecret", namespace, "from-nowhere", "SecretSyncedError");
            operator.awaitReady();
            assertThat(operator.health("/healthz").statusCode()).isEqualTo(200);
            assertThat(operator.health("/readyz?verbose").body()).contains("[+]readyz ok");
            assertThat(Fixtures.value(cluster, namespace, "from-fake", "password"))
                    .isEqualTo(CANARY);
            assertThat(Fixtures.value(cluster, namespace, "from-kube", "password"))
                    .isEqualTo(CANARY + "-k");

            JsonNode fake = Fixtures.object(cluster, "secretstore", namespace, "fake");
            assertThat(Fixtures.ready(fake).path("reason").asText()).isEqualTo("Valid");
            assertThat(fake.at("/status/capabilities").asText()).isEqualTo("ReadWrite");
            awaitEvent(cluster, namespace, "from-fake Normal Created secret created");
            awaitEvent(cluster, namespace, "from-nowhere Warning UpdateFailed could not get secret data");
            awaitEvent(cluster, namespace, "kube Normal Valid store validated");

            cluster.kubectl("delete", "externalsecret", "from-fake", "-n", namespace, "--timeout=20s");
            // The garbage collector learns of new kinds every 30 s.
            Awaitility.await("garbage collection")
                    .atMost(Duration.ofSeconds(75))
                    .until(() -> Fixtures.object(cluster, "secret", namespace, "from-fake")
                            .isMissingNode());

            operator.signal("TERM");
            assertThat(operator.awaitExit(Duration.ofSeconds(5))).isZero();
            assertThat(Fixtures.object(cluster, "lease", namespace, "external-secrets-controller")
                            .at("/spec/holderIdentity")
                            .asText())
                    .isEmpty();
            assertThat(operator.log()).doesNotContain(CANARY).doesNotContain("\"level\":\"error\"");
        }
        assertThat(refused(cluster, installation)).isEmpty();
        String visible = cluster.kubectl("get", "events,externalsecrets,secrets", "-n", namespace, "-o", "json")
                .replaceAll("\"data\": \\{[^}]*\\}", "");
        assertThat(visible).contains("SecretSynced").doesNotContain(CANARY);
    }

    private static String kubernetesEntry(String namespace) {
        return """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: from-kube, namespace: %s}
                spec:
                  secretStoreRef: {kind: SecretStore, name: kube}
                  data: [{secretKey: password, remoteRef: {key: key, property: p}}]
                """.formatted(namespace);
    }

    private static void awaitEvent(ControlPlane cluster, String namespace, String start) {
        Awaitility.await("event " + start).atMost(Duration.ofSeconds(20)).until(() -> {
            JsonNode events = Fixtures.read(cluster.kubectl("get", "events", "-n", namespace, "-o", "json"));
            for (JsonNode event : events.path("items")) {
                String line = event.at("/involvedObject/name").asText() + " "
                        + event.path("type").asText() + " "
                        + event.path("reason").asText() + " "
                        + event.path("message").asText();
                if (line.startsWith(start)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** What the rights did not allow; with rights that fit there is nothing. */
    private static List<ApiWrite> refused(ControlPlane cluster, Installation installation) {
        return cluster.writes().stream()
                .filter(w -> w.user().equals(installation.user()) && w.code() == 403)
                .toList();
    }
}

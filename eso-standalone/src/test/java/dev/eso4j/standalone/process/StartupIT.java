package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("What is wrong at the start is said in one clear message")
class StartupIT {
    private static final String[] FREE_PORTS = {"operator", "--metrics-addr=127.0.0.1:0", "--live-addr=127.0.0.1:0"};

    @Test
    @DisplayName("no kubeconfig: where it was looked for and what to do; exit 1")
    void noKubeconfig() {
        try (OperatorProcess operator = withoutHome(Map.of())) {
            assertThat(operator.awaitExit(Duration.ofSeconds(20))).isEqualTo(1);
            assertThat(operator.log())
                    .contains("no Kubernetes cluster is configured", "KUBECONFIG is not set", "/nowhere/.kube/config")
                    .contains("KUBERNETES_SERVICE_HOST", "set KUBECONFIG", "eso local");
        }
    }

    @Test
    @DisplayName("a kubeconfig that is not there: its name; exit 1")
    void missingKubeconfig() {
        try (OperatorProcess operator = withoutHome(Map.of(), "--kubeconfig=/nowhere/at-all.yaml")) {
            assertThat(operator.awaitExit(Duration.ofSeconds(20))).isEqualTo(1);
            assertThat(operator.log()).contains("the kubeconfig /nowhere/at-all.yaml cannot be read");
        }
    }

    @Test
    @DisplayName("a kubeconfig that is none: its name, the place and the cause; exit 1")
    void brokenKubeconfig() {
        for (String text : List.of("a: [", "apiVersion: v1\nkind: Config\n", "")) {
            try (OperatorProcess operator = OperatorProcess.start(text)) {
                assertThat(operator.awaitExit(Duration.ofSeconds(20))).isEqualTo(1);
                assertThat(operator.log())
                        .contains("\"level\":\"error\"", "the kubeconfig ")
                        .containsPattern("cannot be read|has no current-context");
                assertThat(operator.log()).doesNotContain("stacktrace");
            }
        }
    }

    @Test
    @DisplayName("an unknown flag: the nearest known one; exit 2")
    void unknownFlag() {
        try (OperatorProcess operator = withoutHome(Map.of(), "--concurent=4")) {
            assertThat(operator.awaitExit(Duration.ofSeconds(20))).isEqualTo(2);
            assertThat(operator.log().strip())
                    .isEqualTo("Error: unknown flag: --concurent; did you mean --concurrent?");
        }
    }

    @Test
    @DisplayName("a flag without effect here: accepted, and said once")
    void withoutEffect() {
        try (OperatorProcess operator = withoutHome(
                Map.of(), "--enable-http2", "--enable-secrets-caching=true", "--enable-secrets-caching=false")) {
            assertThat(operator.awaitExit(Duration.ofSeconds(20))).isEqualTo(1);
            assertThat(operator.log().lines().filter(l -> l.contains("--enable-http2 has no effect")))
                    .hasSize(1);
            assertThat(operator.log().lines().filter(l -> l.contains("--enable-secrets-caching has no effect")))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("an API server that cannot be reached: its address; not ready, and ends when told to")
    void unreachable(ControlPlane cluster) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String kubeconfig = cluster.kubeconfigForToken("x").replace(cluster.url(), "https://127.0.0.1:" + port);
        for (String election : List.of("false", "true")) {
            try (OperatorProcess operator = OperatorProcess.start(
                    kubeconfig, "--leader-election-namespace=default", "--enable-leader-election=" + election)) {
                operator.awaitLog("https://127\\.0\\.0\\.1:" + port + " cannot be reached");
                operator.awaitLog("not ready yet: ");
                assertWaits(operator);
            }
        }
    }

    @Test
    @DisplayName("no permission: who may not do what; not ready, and ends when told to")
    void notPermitted(ControlPlane cluster) {
        cluster.installCrds();
        String namespace = cluster.newNamespace();
        cluster.kubectl("create", "serviceaccount", "nobody", "-n", namespace);
        String token =
                cluster.kubectl("create", "token", "nobody", "-n", namespace).strip();
        try (OperatorProcess operator = OperatorProcess.start(cluster.kubeconfigForToken(token))) {
            operator.awaitLog("nobody\\\\\" cannot list resource \\\\\"secretstores\\\\\".*grant it by RBAC");
            operator.awaitLog("not ready yet: ");
            assertWaits(operator);
            assertThat(operator.log()).doesNotContain("stacktrace");
        }
    }

    @Test
    @DisplayName("rights in one namespace only, but ClusterSecretStores wanted: the flag that does without them")
    void clusterStoresOutOfReach(ControlPlane cluster) {
        Installation installation = Installation.of(cluster, "overlays/namespaced");
        try (OperatorProcess operator =
                OperatorProcess.start(installation.kubeconfig(), "--namespace=" + installation.namespace())) {
            operator.awaitLog("not ready yet: .*clustersecretstores.*--enable-cluster-store-reconciler=false");
            assertWaits(operator);
        }
    }

    @Test
    @DisplayName("CRDs that are not installed: the command that installs them; works as soon as they are there")
    void noCrds() {
        try (ControlPlane fresh = ControlPlane.builder().start();
                OperatorProcess operator = OperatorProcess.start(fresh.kubeconfigFor(ControlPlane.ADMIN))) {
            operator.awaitLog("no kind SecretStore .*eso crds \\| kubectl apply --server-side -f -");
            assertThat(operator.health("/readyz").statusCode()).isEqualTo(500);

            try (OperatorProcess crds = OperatorProcess.run(List.of(), Map.of(), List.of("crds"))) {
                assertThat(crds.awaitExit(Duration.ofSeconds(20))).isZero();
                assertThat(fresh.pipe(crds.log(), "apply", "--server-side", "-f", "-")
                                .ok())
                        .isTrue();
            }
            operator.awaitReady();
            String namespace = fresh.newNamespace();
            fresh.apply(Fixtures.fakeStore(namespace, "fake", "v")
                    + Fixtures.externalSecret(namespace, "es", "SecretStore", "fake"));
            Fixtures.awaitReason(fresh, "externalsecret", namespace, "es", "SecretSynced");
        }
    }

    @Test
    @DisplayName("log lines are JSON with level, ts, logger and msg, or text")
    void logFormats() {
        try (OperatorProcess json = withoutHome(Map.of(), "--zap-time-encoding=rfc3339");
                OperatorProcess text = withoutHome(Map.of(), "--log-format=text")) {
            json.awaitExit(Duration.ofSeconds(20));
            text.awaitExit(Duration.ofSeconds(20));
            assertThat(json.log().lines().map(Fixtures::read)).isNotEmpty().allSatisfy(line -> {
                assertThat(line.path("level").asText()).isIn("info", "warn", "error");
                assertThat(line.path("ts").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
                assertThat(line.path("logger").asText()).isNotEmpty();
                assertThat(line.path("msg").asText()).isNotEmpty();
            });
            assertThat(text.log().lines())
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(line).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z (info|warn|error) \\w+: .+"));
        }
    }

    private static void assertWaits(OperatorProcess operator) {
        assertThat(operator.health("/healthz").statusCode()).isEqualTo(200);
        assertThat(operator.health("/readyz").statusCode()).isEqualTo(500);
        operator.signal("TERM");
        assertThat(operator.awaitExit(Duration.ofSeconds(5))).isZero();
    }

    private static OperatorProcess withoutHome(Map<String, String> environment, String... flags) {
        List<String> args = new ArrayList<>(List.of(FREE_PORTS));
        args.addAll(List.of(flags));
        return OperatorProcess.run(List.of("-Duser.home=/nowhere"), environment, args);
    }
}

package dev.eso4j.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Finding the API server")
class ConnectionsTest {
    private static final String KUBECONFIG = """
            apiVersion: v1
            kind: Config
            current-context: two
            contexts:
            - {name: one, context: {cluster: a, user: a}}
            - {name: two, context: {cluster: b, user: b, namespace: ns}}
            clusters:
            - {name: a, cluster: {server: "https://a"}}
            - name: b
              cluster:
                server: https://b:6443
                certificate-authority: ca.crt
                tls-server-name: other
                proxy-url: http://proxy:8080
            users:
            - {name: a, user: {token: a}}
            - name: b
              user:
                client-certificate-data: Y2VydA==
                client-key: /keys/k
                as: someone
                as-groups: [g1, g2]
            """;

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    @DisplayName("reads the current context, and file names relative to the kubeconfig")
    void kubeconfig() throws IOException {
        Config config =
                Connections.text(KUBECONFIG, home.resolve("config"), false).config();
        assertThat(config.getMasterUrl()).isEqualTo("https://b:6443/");
        assertThat(config.getCaCertFile()).isEqualTo(home.resolve("ca.crt").toString());
        assertThat(config.getTlsServerName()).isEqualTo("other");
        assertThat(config.getHttpsProxy()).isEqualTo("http://proxy:8080");
        assertThat(config.getNamespace()).isEqualTo("ns");
        assertThat(config.getClientCertData()).isEqualTo("Y2VydA==");
        assertThat(config.getClientKeyFile()).isEqualTo("/keys/k");
        assertThat(config.getImpersonateUsername()).isEqualTo("someone");
        assertThat(config.getImpersonateGroups()).containsExactly("g1", "g2");
        assertThat(config.getTrustCerts()).isFalse();
    }

    @Test
    @DisplayName("KUBECONFIG comes before the home folder")
    void order() throws IOException {
        Path named = Files.writeString(
                home.resolve("named"), KUBECONFIG.replace("current-context: two", "current-context: one"));
        Files.createDirectory(home.resolve(".kube"));
        Files.writeString(home.resolve(".kube/config"), KUBECONFIG);
        assertThat(find().config().getMasterUrl()).isEqualTo("https://b:6443/");
        environment.put("KUBECONFIG", named.toString());
        Connection found = find();
        assertThat(found.config().getMasterUrl()).isEqualTo("https://a/");
        assertThat(found.config().getOauthToken()).isEqualTo("a");
    }

    @Test
    @DisplayName("says where it looked when there is nothing")
    void nothing() {
        environment.put("KUBECONFIG", "/nowhere/config");
        assertThatThrownBy(this::find)
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE))
                .hasMessageContaining("KUBECONFIG names /nowhere/config, which is no file")
                .hasMessageContaining(home.resolve(".kube").resolve("config").toString())
                .hasMessageContaining("KUBERNETES_SERVICE_HOST is not set")
                .hasMessageContaining("set KUBECONFIG");
    }

    @Test
    @DisplayName("names what a kubeconfig lacks, and never quotes it")
    void incomplete() {
        assertThatThrownBy(() ->
                        Connections.text(KUBECONFIG.replace("name: b\n  cluster", "name: x\n  cluster"), null, false))
                .hasMessageContaining("has no entry \"b\" in clusters");
        assertThatThrownBy(() -> Connections.text("users: []", null, false))
                .hasMessageContaining("has no current-context");
        assertThatThrownBy(() -> Connections.text("users: [token: canary", null, false))
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(
                        () -> KubernetesCluster.builder().kubeconfig(KUBECONFIG).build())
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("the certificates for https://b:6443/ cannot be used");
    }

    @Test
    @DisplayName("runs a credential plugin, and runs it again for a new token")
    void plugin() throws IOException {
        Path plugin = Files.writeString(home.resolve("plugin"), """
                #!/bin/sh
                echo x >> %1$s/calls
                echo "{\\"apiVersion\\":\\"client.authentication.k8s.io/v1\\",\\"kind\\":\\"ExecCredential\\",\
                \\"status\\":{\\"token\\":\\"token-$(wc -l < %1$s/calls | tr -d ' ')\\"}}"
                """.formatted(home));
        Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwx------"));
        String text = KUBECONFIG
                .replace("current-context: two", "current-context: one")
                .replace(
                        "user: {token: a}",
                        "user: {exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: \""
                                + plugin + "\"}}");
        Path file = Files.writeString(home.resolve("config"), text);
        Connection found = Connections.file(file, false);
        Credentials credentials = new Credentials(found.config(), found.reload(), found.tokenFile(), () -> 0L);
        assertThat(credentials.header()).isEqualTo("Bearer token-1");
        credentials.refresh("Bearer token-1");
        assertThat(credentials.header()).isEqualTo("Bearer token-2");
        credentials.refresh("Bearer token-1");
        assertThat(credentials.header()).isEqualTo("Bearer token-2");
    }

    @Test
    @DisplayName("reads a token file again after a minute, and keeps the token while the file is away")
    void rotation() throws IOException {
        Path token = Files.writeString(home.resolve("token"), "one\n");
        long[] now = {0};
        Config config = Config.empty();
        Credentials credentials = new Credentials(config, () -> config, token, () -> now[0]);
        assertThat(credentials.header()).isEqualTo("Bearer one");
        Files.writeString(token, "two\n");
        assertThat(credentials.header()).isEqualTo("Bearer one");
        now[0] = 61_000_000_000L;
        assertThat(credentials.header()).isEqualTo("Bearer two");
        Files.delete(token);
        now[0] *= 2;
        assertThat(credentials.header()).isEqualTo("Bearer two");
    }

    private Connection find() {
        return new Connections(environment::get, home, home.resolve("account")).find();
    }
}

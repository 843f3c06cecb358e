package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithControlPlane
@DisplayName("eso template with values of a cluster")
class TemplateFromClusterIT {
    @TempDir
    private Path dir;

    private ControlPlane cluster;
    private String namespace;

    @BeforeEach
    void objects(ControlPlane controlPlane) {
        cluster = controlPlane;
        namespace = cluster.newNamespace();
        cluster.apply("""
                apiVersion: v1
                kind: Secret
                metadata: {name: source, namespace: %1$s}
                stringData: {user: adalovelace}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: texts, namespace: %1$s}
                data: {greeting: "Hello {{ .user }}"}
                """.formatted(namespace));
    }

    private Console template(String kubeconfig, String configMap, String secret, String... more) throws IOException {
        Path file = Files.writeString(dir.resolve("app.yaml"), """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: app, namespace: %s}
                spec:
                  secretStoreRef: {name: store}
                  target: {template: {templateFrom: [{configMap: {name: %s, items: [{key: greeting}]}}]}}
                  data: [{secretKey: user, remoteRef: {key: db}}]
                """.formatted(namespace, configMap));
        Path config = Files.writeString(dir.resolve("kubeconfig"), kubeconfig);
        String reveal = more.length == 0 ? "--reveal=false" : more[0];
        return Console.run("template", file.toString(), "--from-secret", secret, "--kubeconfig=" + config, reveal);
    }

    @Test
    @DisplayName("reads the Secret and the ConfigMaps of its templates there, and writes nothing")
    void rendered() throws IOException {
        String admin = Files.readString(cluster.kubeconfig());
        Console console = template(admin, "texts", "source", "--reveal=force");
        assertThat(console.err()).isEmpty();
        assertThat(console.out()).contains("greeting: \"Hello adalovelace\"");
        assertThat(template(admin, "texts", namespace + "/source").all()).doesNotContain("adalovelace");
        assertThat(cluster.tryKubectl("get", "secret", "app", "-n", namespace).err())
                .contains("not found");
    }

    @Test
    @DisplayName("says which Secret or ConfigMap does not exist, exit 3, or what is not permitted, exit 7")
    void absent() throws IOException {
        String admin = Files.readString(cluster.kubeconfig());
        Console secret = template(admin, "texts", "none");
        assertThat(secret.code()).as(secret.all()).isEqualTo(3);
        assertThat(secret.err()).startsWith("Error: there is no Secret " + namespace + "/none in the cluster");
        Console configMap = template(admin, "none", "source");
        assertThat(configMap.code()).as(configMap.all()).isEqualTo(3);
        assertThat(configMap.err()).contains("there is no ConfigMap " + namespace + "/none");
        Console stranger = template(cluster.kubeconfigForToken("unknown-token"), "texts", "source");
        assertThat(stranger.code()).as(stranger.all()).isEqualTo(7);
        assertThat(stranger.err()).startsWith("Error: ").contains(namespace + "/source");
    }
}

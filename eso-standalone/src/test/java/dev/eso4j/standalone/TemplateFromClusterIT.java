package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private Console live(String kubeconfig, String... args) throws IOException {
        Path config = Files.writeString(dir.resolve("kubeconfig"), kubeconfig);
        List<String> all = new ArrayList<>(List.of("template", "--kubeconfig=" + config));
        all.addAll(List.of(args));
        return Console.run(all.toArray(new String[0]));
    }

    private void liveObjects() {
        cluster.installCrds();
        cluster.apply("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: store, namespace: %1$s}
                spec: {provider: {fake: {data: [{key: db, value: '{"db-user": "adalovelace", "db-name": "n"}'}]}}}
                ---
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: live, namespace: %1$s}
                spec:
                  secretStoreRef: {name: store}
                  target:
                    template:
                      mergePolicy: Merge
                      data: {url: "https://{{ .user }}"}
                      templateFrom: [{configMap: {name: texts, items: [{key: greeting}]}}]
                  dataFrom: [{extract: {key: db}, rewrite: [{regexp: {source: ^db-, target: ""}}]}]
                ---
                apiVersion: external-secrets.io/v1alpha1
                kind: PushSecret
                metadata: {name: live, namespace: %1$s}
                spec:
                  secretStoreRefs: [{name: store}]
                  selector: {secret: {name: source}}
                  dataTo: [{storeRef: {name: store}, rewrite: [{regexp: {source: ^, target: app/}}]}]
                """.formatted(namespace));
    }

    @Test
    @DisplayName(
            "takes an ExternalSecret or a PushSecret by name, with its templates, and fetches as the operator does")
    void live() throws IOException {
        liveObjects();
        String admin = Files.readString(cluster.kubeconfig());
        Console given = live(admin, "live", "-n", namespace, "--data-from=0=db-user=grace", "--reveal=force");
        assertThat(given.err()).isEmpty();
        assertThat(given.out()).contains("greeting: \"Hello grace\"", "url: \"https://grace\"", "user: \"grace\"");

        Console fetched = live(admin, namespace + "/live", "--data-from-backend", "--reveal=force");
        assertThat(fetched.err()).isEmpty();
        assertThat(fetched.out())
                .endsWith("stringData:\n  greeting: \"Hello adalovelace\"\n  name: \"n\"\n"
                        + "  url: \"https://adalovelace\"\n  user: \"adalovelace\"\n");
        assertThat(live(admin, namespace + "/live", "--data-from-backend").all())
                .doesNotContain("adalovelace");

        Console push = live(admin, "live", "-n", namespace, "--kind=PushSecret", "--from-secret=source");
        assertThat(push.err()).isEmpty();
        assertThat(push.out()).contains("# SecretStore store:\n#   app/user <- user (spec.dataTo[0])\n");
        assertThat(cluster.tryKubectl("get", "secret", "live", "-n", namespace).err())
                .contains("not found");
    }

    @Test
    @DisplayName("says what is not there, or which entry a backend has nothing for; exit 3")
    void liveFailures() throws IOException {
        liveObjects();
        String admin = Files.readString(cluster.kubeconfig());
        Console none = live(admin, "none", "-n", namespace);
        assertThat(none.code()).as(none.all()).isEqualTo(3);
        assertThat(none.err())
                .startsWith(
                        "Error: there is no ExternalSecret " + namespace + "/none in the cluster, and no file none");
        cluster.kubectl(
                "patch",
                "externalsecret",
                "live",
                "-n",
                namespace,
                "--type=json",
                "-p=[{\"op\":\"replace\",\"path\":\"/spec/dataFrom/0/extract/key\",\"value\":\"absent\"}]");
        Console absent = live(admin, "live", "-n", namespace, "--data-from-backend");
        assertThat(absent.code()).as(absent.all()).isEqualTo(3);
        assertThat(absent.err()).startsWith("Error: " + namespace + "/live: spec.dataFrom[0].extract (key: absent): ");
        Console template = live(admin, "live", "-n", namespace, "--values=usr=x");
        assertThat(template.err())
                .contains("map has no entry for key \"user\"", "  at line 1 of spec.target.template.", "    1 | ");
        Console stranger = live(cluster.kubeconfigForToken("unknown-token"), "live", "-n", namespace);
        assertThat(stranger.code()).as(stranger.all()).isEqualTo(7);
    }
}

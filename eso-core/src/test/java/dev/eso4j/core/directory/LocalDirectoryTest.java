package dev.eso4j.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ManifestProblem;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A directory of manifests")
class LocalDirectoryTest {
    static final String EXTERNAL_SECRET = """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata:
              name: NAME
            spec:
              secretStoreRef: {name: fake}
              data:
                - secretKey: k
                  remoteRef: {key: one}
            """;

    @TempDir
    Path folder;

    private LocalDirectory open;
    private long time = 1_000_000_000_000L;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    @DisplayName("is read with all its folders, formats and documents; hidden files are not")
    void reads() throws IOException {
        write("a.yaml", config("a") + "---\n" + config("b") + "---\n# nothing\n");
        write("sub/c.yml", config("c").replace("name: c", "name: c\n  namespace: other"));
        write("sub/d.json", "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"d\"}}");
        write(
                "list.yaml",
                "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: e}}\n");
        write(".hidden.yaml", config("hidden"));
        write(".git/x.yaml", config("hidden"));
        write("notes.txt", "no manifest");
        open();
        assertThat(open.problems()).isEmpty();
        assertThat(configMaps()).containsExactly("default/a", "default/b", "default/d", "default/e", "other/c");
    }

    @Test
    @DisplayName("takes Secrets with data and stringData as they are")
    void secrets() throws IOException {
        write("s.yaml", """
                apiVersion: v1
                kind: Secret
                metadata: {name: s}
                data: {a: YQ==}
                stringData: {b: "b"}
                """);
        open();
        var secret = open.cluster().get(ResourceType.SECRETS, "default", "s").orElseThrow();
        assertThat(secret.data()).containsOnlyKeys("a", "b");
        assertThat(secret.data().get("b")).isEqualTo(new byte[] {'b'});
    }

    @Test
    @DisplayName("accepts v1beta1 as v1")
    void older() throws IOException {
        write("e.yaml", external("e").replace("external-secrets.io/v1", "external-secrets.io/v1beta1"));
        open();
        assertThat(open.problems()).isEmpty();
        assertThat(open.cluster().get(ResourceType.EXTERNAL_SECRETS, "default", "e"))
                .isPresent();
    }

    @Test
    @DisplayName("reports an unknown field with file, line, document and the field that was likely meant")
    void unknownField() throws IOException {
        write("e.yaml", config("a") + "---\n" + external("e").replace("secretStoreRef:", "secretStorRef:"));
        open();
        assertThat(open.problems())
                .containsExactly(new ManifestProblem(
                        "e.yaml",
                        2,
                        11,
                        "spec.secretStorRef",
                        "there is no such field",
                        "did you mean secretStoreRef?"));
        assertThat(open.problems().get(0))
                .hasToString(
                        "e.yaml:11: document 2: spec.secretStorRef: there is no such field; did you mean secretStoreRef?");
        assertThat(configMaps()).containsExactly("default/a");
    }

    @Test
    @DisplayName("reports unknown kinds, wrong groups and wrong types")
    void unknownKind() throws IOException {
        write("a.yaml", external("e").replace("kind: ExternalSecret", "kind: ExternalSecrets"));
        write("b.yaml", external("e").replace("external-secrets.io/v1", "external-secrets.io/v2"));
        write("c.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n");
        write("d.yaml", config("d") + "data: {n: 5}\n");
        write("e.yaml", "just text");
        open();
        assertThat(open.problems().stream().map(ManifestProblem::toString))
                .containsExactly(
                        "a.yaml:2: document 1: kind: the kind ExternalSecrets of external-secrets.io/v1 is not known here;"
                                + " did you mean ExternalSecret?",
                        "b.yaml:1: document 1: apiVersion: ExternalSecret does not belong to external-secrets.io/v2; write"
                                + " external-secrets.io/v1",
                        "c.yaml:2: document 1: kind: the kind Deployment of apps/v1 is not known here; remove the document;"
                                + " known are"
                                + " ACRAccessToken, BeyondtrustWorkloadCredentialsDynamicSecret,"
                                + " CloudsmithAccessToken, ClusterExternalSecret, ClusterGenerator,"
                                + " ClusterPushSecret, ClusterSecretStore, ConfigMap, ECRAuthorizationToken,"
                                + " ExternalSecret, Fake, GCRAccessToken, GeneratorState, GithubAccessToken,"
                                + " GitlabDeployToken, Grafana, MFA, Namespace, Password, PushSecret,"
                                + " QuayAccessToken, SSHKey, STSSessionToken, Secret, SecretStore,"
                                + " ServiceAccount, UUID, VaultDynamicSecret, Webhook",
                        "d.yaml:5: document 1: data.n: it must be a string, but is a number; put it in quotes",
                        "e.yaml:1: document 1: this is no object; write apiVersion, kind and metadata");
    }

    @Test
    @DisplayName("reports what is not YAML or not valid, by line and without quoting values")
    void broken() throws IOException {
        write("a.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  a: canary\n b: canary\n");
        write("b.json", "{\"apiVersion\":\"v1\",\n\"kind\": canary}");
        write("c.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata:\n  key: canary!\n");
        write("d.yaml", external("d").replace("secretKey: k", "secretKey: k/k"));
        write("e.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: e, name: f}\n");
        open();
        assertThat(open.problems())
                .extracting(ManifestProblem::file, ManifestProblem::line, ManifestProblem::field)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("a.yaml", 6, ""),
                        org.assertj.core.api.Assertions.tuple("b.json", 2, ""),
                        org.assertj.core.api.Assertions.tuple("e.yaml", 3, "metadata.name"),
                        org.assertj.core.api.Assertions.tuple("c.yaml", 5, "data[key]"),
                        org.assertj.core.api.Assertions.tuple("d.yaml", 8, "spec.data[0].secretKey"));
        assertThat(open.problems().toString()).doesNotContain("canary");
    }

    @Test
    @DisplayName("reports two documents for one object and takes the first")
    void duplicates() throws IOException {
        write("a.yaml", config("x") + "data: {from: a}\n");
        write("b.yaml", config("y") + "---\n" + config("x") + "data: {from: b}\n");
        open();
        assertThat(open.problems())
                .hasToString("[b.yaml:9: document 2: metadata.name: ConfigMap default/x is described already in a.yaml,"
                        + " document 1; remove one of the two]");
        assertThat(open.cluster()
                        .get(ResourceType.CONFIG_MAPS, "default", "x")
                        .orElseThrow()
                        .getData())
                .containsEntry("from", "a");
    }

    @Test
    @DisplayName("refuses links that lead out of it, follows those within, and survives circles")
    void links(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("x.yaml"), config("outside"));
        Files.createSymbolicLink(folder.resolve("file.yaml"), outside.resolve("x.yaml"));
        Files.createSymbolicLink(folder.resolve("up"), Path.of("..").resolve(outside.getFileName()));
        write(".data/in.yaml", config("inside"));
        Files.createSymbolicLink(folder.resolve("in.yaml"), Path.of(".data", "in.yaml"));
        Files.createSymbolicLink(folder.resolve("circle"), folder);
        open();
        assertThat(open.problems()).extracting(ManifestProblem::file).containsExactly("file.yaml", "up");
        assertThat(open.problems().get(0).cause()).contains("leads out of");
        assertThat(configMaps()).containsExactly("default/inside");
    }

    @Test
    @DisplayName("refuses documents that unfold without end")
    void bombs() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
        }
        write("bomb.yaml", bomb.toString());
        write("deep.yaml", "a: " + "[".repeat(500) + "]".repeat(500));
        open();
        assertThat(open.problems()).extracting(ManifestProblem::file).containsExactly("bomb.yaml", "deep.yaml");
    }

    @Test
    @DisplayName("turns edits into changes of the objects")
    void edits() throws IOException {
        write("e.yaml", external("e") + "---\n" + external("f"));
        open();
        String uid = uid("e");
        write("e.yaml", external("e").replace("key: one", "key: two"));
        write("g.yaml", external("g"));
        assertThat(open.scan()).isEmpty();
        assertThat(names()).containsExactly("e", "g");
        var changed = open.cluster()
                .get(ResourceType.EXTERNAL_SECRETS, "default", "e")
                .orElseThrow();
        assertThat(changed.getMetadata().getGeneration()).isEqualTo(2);
        assertThat(changed.getMetadata().getUid()).isEqualTo(uid);
        Files.delete(folder.resolve("e.yaml"));
        open.scan();
        assertThat(names()).containsExactly("g");
        Files.move(folder.resolve("g.yaml"), folder.resolve("h.yaml"));
        open.scan();
        assertThat(open.cluster()
                        .get(ResourceType.EXTERNAL_SECRETS, "default", "g")
                        .orElseThrow()
                        .getMetadata()
                        .getGeneration())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("keeps the objects of a file that cannot be read any more, and says so")
    void halfWritten() throws IOException {
        write("e.yaml", external("e") + "---\n" + external("f"));
        open();
        write("e.yaml", external("e") + "---\napiVersion: external-secrets.io/v1\nkind: External");
        assertThat(open.scan()).hasSize(1);
        assertThat(names()).containsExactly("e", "f");
        write("e.yaml", external("e"));
        assertThat(open.scan()).isEmpty();
        assertThat(names()).containsExactly("e");
    }

    @Test
    @DisplayName("leaves what was added to a Secret by others when its manifest changes")
    void merged() throws IOException {
        write("s.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: x, b: x}\n");
        open();
        open.cluster()
                .patch(ResourceType.SECRETS, "default", "s", Map.of("data", Map.of("c", new byte[] {'x'})), "other");
        write("s.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: changed}\n");
        assertThat(open.scan()).isEmpty();
        assertThat(open.cluster()
                        .get(ResourceType.SECRETS, "default", "s")
                        .orElseThrow()
                        .data())
                .containsOnlyKeys("a", "c");
    }

    @Test
    @DisplayName("a change that may still be under way waits until the file has come to rest")
    void settles() throws IOException {
        write("e.yaml", external("e"));
        open();
        write("e.yaml", "");
        open.scan(true);
        assertThat(names()).containsExactly("e");
        write("e.yaml", external("e") + "---\n" + external("f"));
        open.scan(true);
        assertThat(names()).containsExactly("e");
        open.scan(true);
        assertThat(names()).containsExactly("e", "f");
        Files.delete(folder.resolve("e.yaml"));
        open.scan(true);
        assertThat(names()).containsExactly("e", "f");
        open.scan(true);
        assertThat(names()).isEmpty();
    }

    @Test
    @DisplayName("is watched on one thread, which ends with it")
    void watched() throws IOException {
        write("e.yaml", external("e"));
        open();
        List<String> told = new CopyOnWriteArrayList<>();
        open.watch(Duration.ofMillis(20), problems -> told.add(problems.toString()));
        write("f.yaml", external("f"));
        await().until(() -> names().equals(List.of("e", "f")));
        write("f.yaml", "kind: [");
        await().until(() -> told.size() == 1);
        assertThat(told.get(0)).contains("f.yaml");
        assertThat(names()).containsExactly("e", "f");
        open.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("eso-"));
    }

    @Test
    @DisplayName("is named when it does not exist")
    void missing() {
        assertThatThrownBy(
                        () -> LocalDirectory.builder(folder.resolve("nowhere")).open())
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("nowhere is no directory");
    }

    private void open() {
        open = LocalDirectory.builder(folder).open();
    }

    /** Writes a file with a time of its own, so that no edit goes unseen however fast the test is. */
    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        time += 1_000;
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochMilli(time)));
    }

    private static String config(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\n";
    }

    private static String external(String name) {
        return EXTERNAL_SECRET.replace("NAME", name);
    }

    private List<String> configMaps() {
        List<String> names = new ArrayList<>();
        open.cluster()
                .list(
                        ResourceType.CONFIG_MAPS,
                        Selection.everyNamespace(),
                        map -> names.add(map.getMetadata().getNamespace() + "/"
                                + map.getMetadata().getName()));
        return names;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        open.cluster()
                .list(
                        ResourceType.EXTERNAL_SECRETS,
                        Selection.everyNamespace(),
                        item -> names.add(item.getMetadata().getName()));
        return names;
    }

    private String uid(String name) {
        return open.cluster()
                .get(ResourceType.EXTERNAL_SECRETS, "default", name)
                .orElseThrow()
                .getMetadata()
                .getUid();
    }
}

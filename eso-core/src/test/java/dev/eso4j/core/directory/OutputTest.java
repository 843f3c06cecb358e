package dev.eso4j.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ClusterException.Reason;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The output of a directory")
class OutputTest {
    @TempDir
    Path folder;

    private Path manifests;
    private Path output;
    private LocalDirectory open;

    @BeforeEach
    void prepare() throws IOException {
        manifests = Files.createDirectory(folder.resolve("in"));
        output = folder.resolve("out");
        Files.writeString(manifests.resolve("e.yaml"), LocalDirectoryTest.EXTERNAL_SECRET.replace("NAME", "e"));
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    @DisplayName("has one file per key behind ..data, which nobody else can read")
    void files() throws IOException {
        open(OutputFormat.FILES).create(ResourceType.SECRETS, secret("db", Map.of("user", "u", "tls.key", "k")), "m");
        Path db = output.resolve("default/db");
        assertThat(db.resolve("user")).hasContent("u");
        assertThat(db.resolve("tls.key")).hasContent("k");
        assertThat(Files.readSymbolicLink(db.resolve("user"))).hasToString("..data/user");
        assertThat(Files.readSymbolicLink(db.resolve("..data")).toString()).matches("\\.\\.20\\d\\d_[\\d_]+\\.\\d+");
        try (Stream<Path> all = Files.walk(output)) {
            all.filter(path -> !Files.isSymbolicLink(path)).forEach(OutputTest::isPrivate);
        }
    }

    private static void isPrivate(Path path) {
        try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .as(path.toString())
                    .isEqualTo(Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "rwx------" : "rw-------");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("follows changes of keys, and goes with the Secret")
    void changes() throws IOException {
        LocalCluster cluster = open(OutputFormat.FILES);
        cluster.create(ResourceType.SECRETS, secret("db", Map.of("a", "1", "b", "2")), "m");
        cluster.update(ResourceType.SECRETS, secret("db", Map.of("b", "3", "c", "4")), "m");
        assertThat(visible("default/db")).containsExactly(Map.entry("b", "3"), Map.entry("c", "4"));
        assertThat(entries("default/db")).hasSize(4).contains("b", "c", "..data");
        cluster.delete(ResourceType.SECRETS, "default", "db", Preconditions.none());
        assertThat(output.resolve("default")).doesNotExist();
        assertThat(tree()).isEmpty();
    }

    @Test
    @DisplayName("has only Secrets that the engine manages")
    void managedOnly() throws IOException {
        Files.writeString(
                manifests.resolve("s.yaml"), "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: x}\n");
        open(OutputFormat.FILES);
        assertThat(output).doesNotExist();
    }

    @Test
    @DisplayName("leaves alone what it did not write")
    void foreign() throws IOException {
        Files.createDirectories(output.resolve("default/mine"));
        Files.writeString(output.resolve("default/mine/file"), "precious");
        LocalCluster cluster = open(OutputFormat.FILES);
        assertThatThrownBy(() -> cluster.create(ResourceType.SECRETS, secret("mine", Map.of("file", "v")), "m"))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("exists and was not written from here");
        assertThat(output.resolve("default/mine/file")).hasContent("precious");
        assertThat(cluster.get(ResourceType.SECRETS, "default", "mine")).isEmpty();
        cluster.create(ResourceType.SECRETS, secret("db", Map.of("a", "1")), "m");
        Files.writeString(output.resolve("default/db/note"), "precious");
        cluster.update(ResourceType.SECRETS, secret("db", Map.of("b", "1")), "m");
        cluster.delete(ResourceType.SECRETS, "default", "db", Preconditions.none());
        assertThat(entries("default/db")).containsExactly("note");
    }

    @Test
    @DisplayName("a Secret that cannot be written is not stored either, and the error says where")
    void failure() throws IOException {
        LocalCluster cluster = open(OutputFormat.FILES);
        Files.createDirectories(output);
        Files.writeString(output.resolve("default"), "a file in the way");
        assertThatThrownBy(() -> cluster.create(ResourceType.SECRETS, secret("db", Map.of("a", "canary")), "m"))
                .isInstanceOfSatisfying(
                        ClusterException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE))
                .hasMessageContaining("write Secret default/db below " + output)
                .hasMessageNotContaining("canary");
        assertThat(cluster.get(ResourceType.SECRETS, "default", "db")).isEmpty();
    }

    @Test
    @DisplayName("no name leads out of it")
    void traversal() {
        OutputTree tree = new OutputTree(output, OutputFormat.FILES, Instant::now);
        for (String[] names : new String[][] {
            {"..", "db", "k"},
            {"default", "../db", "k"},
            {"default", "db", "../k"},
            {"a/b", "db", "k"},
            {"default", "..", "k"},
            {".status", "db", "k"},
            {"default", "db", "..data"}
        }) {
            ObjectMeta metadata = secret(names[1], Map.of()).metadata();
            metadata.setNamespace(names[0]);
            KubeSecret secret = KubeSecret.of(metadata, Map.of(names[2], new byte[0]), null, null);
            assertThatThrownBy(() -> tree.secretStored(secret))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("no possible file name");
        }
        assertThat(output).doesNotExist();
    }

    @Test
    @DisplayName("a link in place of a namespace folder is not followed")
    void linkedNamespace(@TempDir Path elsewhere) throws IOException {
        LocalCluster cluster = open(OutputFormat.FILES);
        Files.createDirectories(output);
        Files.createSymbolicLink(output.resolve("default"), elsewhere);
        assertThatThrownBy(() -> cluster.create(ResourceType.SECRETS, secret("db", Map.of("a", "1")), "m"))
                .isInstanceOf(ClusterException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    @DisplayName("as env is read by a shell exactly as it was")
    void env() throws Exception {
        String nasty = "it's $HOME `id` \"q\" \\n\nsecond line";
        open(OutputFormat.ENV)
                .create(ResourceType.SECRETS, secret("db", Map.of("PASSWORD", nasty, "tls.key", "k", "1st", "")), "m");
        Path file = output.resolve("default/db.env");
        isPrivate(file);
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        ". \"$0\" && printf '%s|%s|%s' \"$PASSWORD\" \"$tls_key\" \"$_1st\"",
                        file.toString())
                .start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(nasty + "|k|");
    }

    @Test
    @DisplayName("as env refuses what is no text, and keys that would be one variable")
    void envRefuses() throws IOException {
        LocalCluster cluster = open(OutputFormat.ENV);
        KubeSecret binary = KubeSecret.of(metadata("b"), Map.of("k", new byte[] {(byte) 0xff}), null, null);
        assertThatThrownBy(() -> cluster.create(ResourceType.SECRETS, binary, "m"))
                .hasMessageContaining("the value of the key k is not text");
        assertThatThrownBy(() -> cluster.create(ResourceType.SECRETS, secret("c", Map.of("a.b", "1", "a-b", "2")), "m"))
                .hasMessageContaining("a-b and a.b are both the variable a_b");
        assertThat(tree()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"YAML", "JSON"})
    @DisplayName("as manifest can be loaded again")
    void manifest(OutputFormat format) throws IOException {
        byte[] binary = {0, 1, (byte) 0xff};
        ObjectMeta metadata = metadata("db");
        metadata.setAnnotations(Map.of("note", "a: 'b' \"c\"\n#d"));
        KubeSecret secret = KubeSecret.of(metadata, Map.of("b", binary, "y", new byte[0]), "example.com/t", true);
        open(format).create(ResourceType.SECRETS, secret, "m");
        Path file = output.resolve("default/db." + format.name().toLowerCase(java.util.Locale.ROOT));
        isPrivate(file);
        try (LocalCluster other = LocalCluster.create()) {
            other.load(Files.readString(file));
            KubeSecret read = other.get(ResourceType.SECRETS, "default", "db").orElseThrow();
            assertThat(read.data().get("b")).isEqualTo(binary);
            assertThat(read.data()).containsKey("y");
            assertThat(read.type()).isEqualTo("example.com/t");
            assertThat(read.immutable()).isTrue();
            assertThat(read.metadata().getAnnotations()).isEqualTo(metadata.getAnnotations());
        }
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    @DisplayName("is read back, so that a second run on the same input writes nothing")
    void secondRun(OutputFormat format) throws IOException {
        LocalCluster first = open(format);
        KubeSecret before = first.create(ResourceType.SECRETS, owned(first, Map.of("a", "1", "b", "x\ny")), "m");
        report(first, "1");
        open.close();
        Map<String, String> then = tree();
        old();

        LocalCluster second = open(format);
        KubeSecret after = second.get(ResourceType.SECRETS, "default", "db").orElseThrow();
        assertThat(after.data().get("b")).isEqualTo(before.data().get("b"));
        assertThat(after.metadata().getUid()).isEqualTo(before.metadata().getUid());
        assertThat(after.metadata().getLabels()).isEqualTo(before.metadata().getLabels());
        assertThat(after.metadata().getManagedFields())
                .isEqualTo(before.metadata().getManagedFields());
        assertThat(after.metadata().getOwnerReferences())
                .isEqualTo(before.metadata().getOwnerReferences());
        var external = second.get(ResourceType.EXTERNAL_SECRETS, "default", "e").orElseThrow();
        assertThat(external.getStatus().syncedResourceVersion()).isEqualTo("1");
        assertThat(external.getMetadata().getGeneration()).isEqualTo(1);
        second.update(ResourceType.SECRETS, after, "m");
        report(second, "1");
        assertThat(tree()).isEqualTo(then);
        try (Stream<Path> all = Files.walk(output)) {
            assertThat(all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)))
                    .allMatch(path -> path.toFile().lastModified() == 1_000_000L);
        }
    }

    @Test
    @DisplayName("remembers the generation of an ExternalSecret, and counts on when its spec changed in between")
    void generation() throws IOException {
        report(open(OutputFormat.FILES), "1");
        open.close();
        Path file = manifests.resolve("e.yaml");
        Files.writeString(file, Files.readString(file).replace("key: one", "key: two"));
        LocalCluster second = open(OutputFormat.FILES);
        assertThat(generation(second)).isEqualTo(2);
        open.close();
        assertThat(generation(open(OutputFormat.FILES))).isEqualTo(2);
    }

    @Test
    @DisplayName("loses the Secret of an ExternalSecret that is gone at the next start, but not while a file is broken")
    void orphans() throws IOException {
        LocalCluster first = open(OutputFormat.FILES);
        first.create(ResourceType.SECRETS, owned(first, Map.of("a", "1")), "m");
        report(first, "1");
        open.close();
        Files.writeString(manifests.resolve("e.yaml"), "kind: [");
        open(OutputFormat.FILES);
        assertThat(output.resolve("default/db/a")).hasContent("1");
        open.close();
        Files.delete(manifests.resolve("e.yaml"));
        LocalCluster third = open(OutputFormat.FILES);
        assertThat(third.get(ResourceType.SECRETS, "default", "db")).isEmpty();
        assertThat(output.resolve("default")).doesNotExist();
    }

    @Test
    @DisplayName("does not bring back a Secret whose files were changed by somebody")
    void damaged() throws IOException {
        LocalCluster first = open(OutputFormat.FILES);
        first.create(ResourceType.SECRETS, owned(first, Map.of("a", "1", "b", "2")), "m");
        open.close();
        Files.delete(output.resolve("default/db/..data").toRealPath().resolve("b"));
        LocalCluster second = open(OutputFormat.FILES);
        assertThat(second.get(ResourceType.SECRETS, "default", "db")).isEmpty();
        second.create(ResourceType.SECRETS, owned(second, Map.of("a", "1", "b", "2")), "m");
        assertThat(visible("default/db")).containsOnlyKeys("a", "b");
    }

    @Test
    @DisplayName("changes its format when it is opened with another")
    void otherFormat() throws IOException {
        LocalCluster first = open(OutputFormat.FILES);
        first.create(ResourceType.SECRETS, owned(first, Map.of("a", "1")), "m");
        open.close();
        LocalCluster second = open(OutputFormat.ENV);
        assertThat(output.resolve("default/db.env")).hasContent("a='1'");
        assertThat(output.resolve("default/db")).doesNotExist();
        assertThat(second.get(ResourceType.SECRETS, "default", "db")).isPresent();
    }

    @Test
    @DisplayName("has the status of ExternalSecrets and stores below .status, and no values there")
    void status() throws IOException {
        Files.writeString(manifests.resolve("store.yaml"), """
                apiVersion: external-secrets.io/v1
                kind: ClusterSecretStore
                metadata: {name: c}
                spec: {provider: {fake: {data: [{key: one, value: canary}]}}}
                """);
        LocalCluster cluster = open(OutputFormat.FILES);
        cluster.create(ResourceType.SECRETS, secret("db", Map.of("a", "canary")), "m");
        report(cluster, "7");
        cluster.patchStatus(
                ResourceType.CLUSTER_SECRET_STORES, "", "c", Map.of("status", Map.of("capabilities", "ReadOnly")), "m");
        assertThat(output.resolve(".status/default/e.json"))
                .content()
                .contains("\"syncedResourceVersion\" : \"7\"", "\"generation\" : 1");
        assertThat(output.resolve(".status/ClusterSecretStore.c.json"))
                .content()
                .contains("ReadOnly");
        try (Stream<Path> all = Files.walk(output.resolve(".status"))) {
            assertThat(all.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("canary", "Y2FuYXJ5"));
        }
        Files.delete(manifests.resolve("e.yaml"));
        open.scan();
        assertThat(output.resolve(".status/default/e.json")).doesNotExist();
    }

    @Test
    @DisplayName("keeps the file of a status that has not changed when the directory is opened again")
    void sameStatus() throws IOException {
        report(open(OutputFormat.FILES), "7");
        Path file = output.resolve(".status/default/e.json");
        Object before = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        open.close();
        open(OutputFormat.FILES);
        assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                .isEqualTo(before);
    }

    private LocalCluster open(OutputFormat format) {
        open = LocalDirectory.builder(manifests).output(output, format).open();
        return open.cluster();
    }

    private static ObjectMeta metadata(String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace("default")
                .addToLabels("reconcile.external-secrets.io/managed", "true")
                .build();
    }

    private static KubeSecret secret(String name, Map<String, String> data) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        data.forEach((key, value) -> bytes.put(key, value.getBytes(StandardCharsets.UTF_8)));
        return KubeSecret.of(metadata(name), bytes, null, null);
    }

    private static KubeSecret owned(LocalCluster cluster, Map<String, String> data) {
        KubeSecret secret = secret("db", data);
        String uid = cluster.get(ResourceType.EXTERNAL_SECRETS, "default", "e")
                .orElseThrow()
                .getMetadata()
                .getUid();
        secret.metadata()
                .setOwnerReferences(List.of(new OwnerReferenceBuilder()
                        .withApiVersion("external-secrets.io/v1")
                        .withKind("ExternalSecret")
                        .withName("e")
                        .withUid(uid)
                        .withController(true)
                        .build()));
        return secret;
    }

    private static void report(LocalCluster cluster, String version) {
        cluster.patchStatus(
                ResourceType.EXTERNAL_SECRETS,
                "default",
                "e",
                Map.of("status", Map.of("syncedResourceVersion", version)),
                "m");
    }

    private static long generation(LocalCluster cluster) {
        return cluster.get(ResourceType.EXTERNAL_SECRETS, "default", "e")
                .orElseThrow()
                .getMetadata()
                .getGeneration();
    }

    private Map<String, String> visible(String path) throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (String entry : entries(path)) {
            if (!entry.startsWith("..")) {
                content.put(entry, Files.readString(output.resolve(path).resolve(entry)));
            }
        }
        return content;
    }

    private List<String> entries(String path) throws IOException {
        try (Stream<Path> all = Files.list(output.resolve(path))) {
            return all.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** Every file with its content. */
    private Map<String, String> tree() throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(output)) {
            try (Stream<Path> all = Files.walk(output)) {
                for (Path path : all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
                        .toList()) {
                    files.put(output.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    /** Sets the time of every file, so that a later write shows. */
    private void old() throws IOException {
        try (Stream<Path> all = Files.walk(output)) {
            for (Path path : all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000L));
            }
        }
    }
}

package dev.eso4j.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ManifestProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A manifest of local mode")
class ManifestFaultsTest {
    @TempDir
    Path folder;

    private LocalRun run;

    @BeforeEach
    void prepare() throws IOException {
        run = new LocalRun(folder).secret("db", "one");
    }

    @Test
    @DisplayName("that is half written changes nothing, says that its last good version stays, and counts when whole")
    void halfWritten() throws IOException {
        String whole = LocalRun.externalSecret("db") + "---\n" + LocalRun.externalSecret("mail");
        run.backend.secrets.put("mail", "two");
        Path file = run.manifests.resolve("db.yaml");
        try (LocalRun.Watching watching = run.watch()) {
            await().until(() -> run.visible().containsKey("shop/db/password"));
            for (String cut : List.of("", whole.substring(0, whole.length() - 30), "apiVersion: [")) {
                int told = watching.told.size();
                Files.writeString(file, cut);
                await().until(() -> watching.told.size() > told);
                assertThat(watching.told.get(watching.told.size() - 1))
                        .contains("db.yaml", "until then its last good version, with one object, stays in force");
                assertThat(run.visible()).isEqualTo(Map.of("shop/db/password", "one"));
            }
            Files.writeString(file, whole);
            await().until(() -> run.visible().equals(Map.of("shop/db/password", "one", "shop/mail/password", "two")));
            assertThat(watching.told.get(watching.told.size() - 1)).isEqualTo("[]");
        }
    }

    @Test
    @DisplayName("that is empty at the start of a run costs no Secret: it is told of, and nothing is collected")
    void emptied() throws IOException {
        run.once();
        Files.writeString(run.manifests.resolve("db.yaml"), "");
        try (LocalDirectory directory = run.open()) {
            assertThat(directory.problems()).singleElement().asString().contains("db.yaml", "it is empty", "delete it");
            run.sync(directory);
        }
        assertThat(run.visible()).containsEntry("shop/db/password", "one");
        Files.delete(run.manifests.resolve("db.yaml"));
        run.once();
        assertThat(run.visible()).as("deleted on purpose").isEmpty();
    }

    @Test
    @DisplayName("that cannot be looked at any more keeps its objects")
    void unreadable() throws IOException {
        Path file = run.manifests.resolve("db.yaml");
        try (LocalDirectory directory = run.open()) {
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("nowhere.yaml"));
            assertThat(directory.scan())
                    .extracting(ManifestProblem::cause)
                    .containsExactly("it cannot be read: NoSuchFileException");
            run.sync(directory);
            assertThat(run.visible()).containsKey("shop/db/password");

            Files.delete(file);
            assertThat(directory.scan()).isEmpty();
            run.sync(directory);
        }
        assertThat(run.visible()).isEmpty();
    }

    @Test
    @DisplayName("outside of the directory is not read, by whatever name or link")
    void outside() throws IOException {
        Path secret = Files.writeString(folder.resolve("outside.yaml"), LocalRun.externalSecret("outside"));
        run.backend.secrets.put("outside", "not for us");
        Files.createSymbolicLink(run.manifests.resolve("link.yaml"), secret);
        Files.createSymbolicLink(run.manifests.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(run.manifests.resolve("dots.yaml"), Path.of("../outside.yaml"));
        for (String name : List.of("../../escape", "..", "a/../../b")) {
            Files.writeString(
                    run.manifests.resolve("n" + name.hashCode() + ".yaml"),
                    LocalRun.externalSecret("db").replace("{name: db", "{name: \"" + name + "\""));
        }
        try (LocalDirectory directory = run.open()) {
            assertThat(directory.problems())
                    .extracting(ManifestProblem::toString)
                    .hasSize(6)
                    .anyMatch(text -> text.startsWith("link.yaml") && text.contains("leads out of"))
                    .anyMatch(text -> text.startsWith("up") && text.contains("leads out of"))
                    .anyMatch(text -> text.startsWith("dots.yaml") && text.contains("leads out of"))
                    .noneMatch(text -> text.contains("not for us"));
            run.sync(directory);
        }
        assertThat(run.visible()).containsOnlyKeys("shop/db/password");
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("in", "out", "outside.yaml");
        }
    }

    @Test
    @DisplayName("that is exchanged for a link out of the directory between being found and being read is not read")
    void exchanged() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.yaml"), "x");
        ManifestFiles files = new ManifestFiles(run.manifests, null);
        assertThat(files.find().files()).containsKey("db.yaml");
        Files.delete(run.manifests.resolve("db.yaml"));
        Files.createSymbolicLink(run.manifests.resolve("db.yaml"), outside);
        assertThatThrownBy(() -> files.read("db.yaml")).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("too many: all are refused, since to leave some out would remove their Secrets")
    void tooMany() throws IOException {
        try (LocalRun.Watching watching = run.watch()) {
            await().until(() -> run.visible().containsKey("shop/db/password"));
            Path many = Files.createDirectory(run.manifests.resolve("a"));
            for (int i = 0; i <= 20_000; i++) {
                Files.createFile(many.resolve(i + ".yaml"));
            }
            await().until(() -> watching.told.toString().contains("more than 20000 manifest files"));
            assertThat(run.visible()).containsEntry("shop/db/password", "one");
            assertThatThrownBy(() -> run.open().close())
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("more than 20000 manifest files")
                    .hasMessageContaining("several directories");
            run.delete(many);
            await().until(() -> watching.told.get(watching.told.size() - 1).equals("[]"));
            assertThat(run.visible()).containsEntry("shop/db/password", "one");
        }
    }
}

package dev.eso4j.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eso4j.core.TargetResult;
import dev.eso4j.core.TargetResult.Action;
import dev.eso4j.core.cluster.ClusterException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The output of local mode")
class OutputFaultsTest {
    private static final Map<String, String> BOTH = Map.of("shop/db/password", "one", "shop/mail/password", "two");

    @TempDir
    Path folder;

    private LocalRun run;

    @BeforeEach
    void prepare() throws IOException {
        run = new LocalRun(folder).secret("db", "one").secret("mail", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "shop", "shop/db", "shop/db/..data", "shop/db/password", ".status"})
    @DisplayName("comes back while it is watched when somebody removes it, or a part of it")
    void removedWhileWatched(String part) throws IOException {
        try (LocalRun.Watching watching = run.watch()) {
            await().until(() -> run.visible().equals(BOTH) && Files.exists(run.output.resolve(".status/shop/db.json")));
            long reads = run.backend.reads();
            run.delete(run.output.resolve(part).normalize());
            await().untilAsserted(() -> {
                assertThat(run.visible()).isEqualTo(BOTH);
                assertThat(run.output.resolve(".status/shop/Secret.db.json")).isRegularFile();
                assertThat(run.output.resolve(".status/shop/mail.json")).isRegularFile();
            });
            assertThat(run.backend.reads()).as("no backend is asked for it").isEqualTo(reads);
            assertThat(watching.told).isEmpty();
            run.secret("third", "three");
            await().until(() -> "three".equals(run.visible().get("shop/third/password")));
        }
        assertThat(run.once().count(Action.UNCHANGED)).as("the next run").isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    @DisplayName("comes back at the next run when somebody removed it, in the same state as without")
    void removedBetweenRuns(OutputFormat format) throws IOException {
        run.once(format);
        Map<String, String> before = run.visible();
        run.delete(run.output.resolve("shop"));
        run.once(format);
        assertThat(run.visible()).isEqualTo(before).isNotEmpty();
        run.delete(run.output);
        run.once(format);
        assertThat(run.visible()).isEqualTo(before);
    }

    @Test
    @DisplayName("that cannot be written says so in watch mode, and is complete as soon as it can")
    void inTheWay() throws IOException {
        try (LocalRun.Watching watching = run.watch()) {
            await().until(() -> run.visible().equals(BOTH));
            // The watch may have written the folder anew before the file is there.
            await().ignoreException(FileSystemException.class).until(() -> {
                run.delete(run.output);
                Files.writeString(run.output, "a file where the folder was");
                return true;
            });
            await().until(() -> watching.told.stream().anyMatch(text -> text.contains("is in the way")));
            assertThat(watching.told.get(0))
                    .contains("below " + run.output, "check that the directory can be written and has space")
                    .doesNotContain("one", "two");
            Files.delete(run.output);
            await().until(() -> run.visible().equals(BOTH));
            await().until(() -> watching.told.get(watching.told.size() - 1).equals("[]"));
        }
    }

    @Test
    @DisplayName("that cannot be written holds an edit up and does not lose it: it counts as soon as it can be written")
    void editsWhileBlocked() throws IOException {
        run.once();
        try (LocalDirectory directory = run.open()) {
            run.delete(run.output.resolve(".status"));
            Files.writeString(run.output.resolve(".status"), "a file where the folder was");
            Path file = run.manifests.resolve("db.yaml");
            Files.writeString(file, LocalRun.externalSecret("db").replace("secretKey: password", "secretKey: other"));
            Files.delete(run.manifests.resolve("mail.yaml"));
            assertThat(directory.scan())
                    .singleElement()
                    .satisfies(
                            problem -> assertThat(problem.toString()).contains("is in the way", "it is tried again"));
            assertThat(directory.scan()).as("still blocked").hasSize(1);
            Files.delete(run.output.resolve(".status"));
            assertThat(directory.scan()).isEmpty();
            assertThat(run.sync(directory).failures()).isEmpty();
        }
        assertThat(run.visible()).isEqualTo(Map.of("shop/db/other", "one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", ".status", ".status/shop", "shop/db"})
    @DisplayName("writes and removes nothing behind a link that somebody put into it")
    void links(String part) throws IOException {
        run.once();
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("db.json"), "precious");
        Files.createDirectories(elsewhere.resolve("..2026_01_01_00_00_00.1"));
        Files.writeString(elsewhere.resolve("..2026_01_01_00_00_00.1/password"), "precious");
        Path link = run.output.resolve(part);
        run.delete(link);
        Files.createSymbolicLink(link, elsewhere);
        run.backend.secrets.put("db", "changed");

        assertThat(refusals())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message)
                        .contains(link.toString(), "in the way")
                        .doesNotContain("precious"));
        Files.delete(run.manifests.resolve("db.yaml"));
        refusals();
        Files.delete(run.manifests.resolve("mail.yaml"));
        refusals();

        assertThat(LocalRun.visible(elsewhere)).containsOnlyKeys("db.json");
        assertThat(elsewhere.resolve("db.json")).hasContent("precious");
        assertThat(elsewhere.resolve("..2026_01_01_00_00_00.1/password")).hasContent("precious");

        Files.delete(link);
        run.secret("db", "one").secret("mail", "two");
        assertThat(run.once().failures()).isEmpty();
        assertThat(run.visible()).isEqualTo(BOTH);
    }

    /** Runs once and returns what could not be written; a state that cannot be written ends the run. */
    private List<String> refusals() {
        try {
            return run.once().failures().stream().map(TargetResult::message).toList();
        } catch (ClusterException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    @DisplayName("writes a state anew that somebody has damaged")
    void damagedState() throws IOException {
        run.once();
        Path state = run.output.resolve(".status/shop/db.json");
        Files.writeString(state, "{\"half\": ");
        assertThat(run.once().failures()).isEmpty();
        assertThat(state).content().contains("SecretSynced");
        assertThat(run.visible()).isEqualTo(BOTH);
    }
}

package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("eso local on a file system that fails")
class LocalFaultsIT {
    private static final String SMALL = "small-value";
    /** 64 KiB, of which a process that may write files of 24 KiB at most gets a part onto the disk. */
    private static final String LARGE = "large-value-".repeat(5_461);

    private static final String FULL = "ulimit -f 48; exec \"$@\"";
    /** Even the superuser minds the permissions of files without these two capabilities. */
    private static final String UNPRIVILEGED = "if [ \"$(id -u)\" = 0 ]; then"
            + " exec setpriv --bounding-set=-dac_override,-dac_read_search \"$@\"; fi; exec \"$@\"";

    @TempDir
    Path folder;

    private Path manifests;
    private Path output;

    @BeforeEach
    void prepare() throws IOException {
        manifests = Files.createDirectory(folder.resolve("in"));
        output = folder.resolve("out");
        Files.writeString(
                manifests.resolve("all.yaml"),
                Fixtures.fakeStore("shop", "store", SMALL)
                                .replace("]}}}", ", {key: large, value: \"" + LARGE + "\"}]}}}")
                        + Fixtures.externalSecret("shop", "small", "SecretStore", "store")
                        + Fixtures.externalSecret("shop", "large", "SecretStore", "store")
                                .replace("{key: key}", "{key: large}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "env", "yaml", "json"})
    @DisplayName("a disk that is full in the middle of a value: nothing half written, said once, complete afterwards")
    void fullDisk(String format) throws IOException {
        List<String> args = args("--format=" + format);
        try (OperatorProcess first = OperatorProcess.run(FULL, args)) {
            assertThat(first.awaitExit(Duration.ofSeconds(40))).as(first.log()).isEqualTo(6);
            assertThat(first.log())
                    .contains(
                            "shop/small: created small",
                            "Error: ExternalSecret shop/large: could not update secret: write Secret shop/large below "
                                    + output,
                            "check that the directory can be written and has space")
                    .doesNotContain("value-", "\tat ");
        }
        assertThat(files().entrySet())
                .as("what a half written value would be in")
                .noneMatch(file -> file.getValue().contains("large-value")
                        || file.getValue().contains("bGFyZ2Ut"))
                .noneMatch(file -> file.getKey().endsWith(".tmp"));
        run(args, 0);
        Map<String, String> after = files();
        Path reference = folder.resolve("reference");
        output = reference;
        run(args("--format=" + format), 0);
        assertThat(after.keySet()).isEqualTo(files().keySet());
        assertThat(after.values()).containsExactlyInAnyOrderElementsOf(files().values());
    }

    @Test
    @DisplayName("an output that is read-only: said with the path, nothing changed, complete afterwards")
    void readOnly() throws IOException {
        run(args(), 0);
        Map<String, String> before = files();
        Files.writeString(
                manifests.resolve("all.yaml"),
                Files.readString(manifests.resolve("all.yaml")).replace(SMALL, "changed-value"));
        permit("r-x------");
        try (OperatorProcess refused = OperatorProcess.run(UNPRIVILEGED, args())) {
            assertThat(refused.awaitExit(Duration.ofSeconds(40)))
                    .as(refused.log())
                    .isEqualTo(3);
            assertThat(refused.log())
                    .contains("below " + output + ": AccessDeniedException", "check that the directory can be written")
                    .doesNotContain("value-", "changed-value", "\tat ");
        }
        assertThat(files()).isEqualTo(before);
        permit("rwx------");
        run(args(), 0);
        assertThat(output.resolve("shop/small/password")).hasContent("changed-value");
        assertThat(files().keySet()).isEqualTo(before.keySet());
    }

    @Test
    @DisplayName("an output that becomes read-only while it is watched: the change comes as soon as it can be written")
    void readOnlyWhileWatched() throws IOException {
        List<String> args = args("--watch", "--interval=100ms");
        try (OperatorProcess watching = OperatorProcess.run(UNPRIVILEGED, args)) {
            Awaitility.await().until(() -> Files.exists(output.resolve("shop/large/password")));
            permit("r-x------");
            Files.writeString(
                    manifests.resolve("all.yaml"),
                    Files.readString(manifests.resolve("all.yaml")).replace(SMALL, "changed-value")
                            + Fixtures.externalSecret("shop", "more", "SecretStore", "store"));
            watching.awaitLog("AccessDeniedException.*check that the directory can be written");
            assertThat(output.resolve("shop/more")).doesNotExist();
            permit("rwx------");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> Files.exists(output.resolve("shop/more/password")));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> Files.readString(output.resolve("shop/more/password"))
                            .equals("changed-value"));
            assertThat(watching.log()).doesNotContain("value-", "changed-value", "\tat ");
            watching.signal("TERM");
            watching.awaitExit(Duration.ofSeconds(10));
        }
    }

    private List<String> args(String... more) {
        List<String> args = new ArrayList<>(List.of("local", manifests.toString(), "--output", output.toString()));
        args.addAll(List.of(more));
        return args;
    }

    private static void run(List<String> args, int code) {
        try (OperatorProcess process = OperatorProcess.run("exec \"$@\"", args)) {
            assertThat(process.awaitExit(Duration.ofSeconds(40)))
                    .as(process.log())
                    .isEqualTo(code);
        }
    }

    /** Sets the permissions of all folders of the output. */
    private void permit(String permissions) throws IOException {
        try (Stream<Path> all = Files.walk(output)) {
            for (Path path : all.filter(p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            }
        }
    }

    /** Every file with its content, with the stamps of folders, times, hashes and the order of lines made equal. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(output)) {
            for (Path path : all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                files.put(
                        output.relativize(path).toString().replaceAll("\\.\\.20[\\d_]+\\.\\d+", "..stamp"),
                        Files.readString(path)
                                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "time")
                                .replaceAll(
                                        "\"(uid|syncedResourceVersion|resourceVersion|[\\w./-]*hash)\" : \"[^\"]*\"",
                                        "$1")
                                .replaceAll("(?i)[0-9a-f]{32,}|[0-9a-f]{8}-[0-9a-f-]{27}", "hash")
                                .lines()
                                .map(line -> path.toString().contains("/.status/")
                                        ? line.strip().replaceAll(",$", "")
                                        : line)
                                .sorted()
                                .collect(Collectors.joining("\n")));
            }
        }
        return files;
    }
}

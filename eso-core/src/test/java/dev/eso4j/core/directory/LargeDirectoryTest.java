package dev.eso4j.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.SyncReport;
import dev.eso4j.core.TargetResult.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A large directory of manifests")
class LargeDirectoryTest {
    /** Enough for what grows faster than its input to show; as many as a big cluster has with {@code -Deso.faults.objects=5000}. */
    private static final int OBJECTS = Integer.getInteger("eso.faults.objects", 2_000);

    private static final int FILES = 10_000;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "as big as a cluster becomes files in one run, and the next run reads each secret once and writes nothing")
    void asBigAsACluster() throws IOException {
        LocalRun run = new LocalRun(folder);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < OBJECTS; i++) {
            run.backend.secrets.put("s" + i, "value " + i);
            all.append("---\n").append(LocalRun.externalSecret("s" + i));
            if (i % 100 == 99) {
                Files.writeString(run.manifests.resolve("part-" + i + ".yaml"), all);
                all.setLength(0);
            }
        }
        long start = System.nanoTime();
        SyncReport report = run.once();
        long first = System.nanoTime() - start;
        assertThat(report.failures()).isEmpty();
        assertThat(report.count(Action.CREATED)).isEqualTo(OBJECTS);
        assertThat(run.backend.reads()).isEqualTo(OBJECTS);
        Map<String, String> visible = run.visible();
        assertThat(visible).hasSize(OBJECTS).containsEntry("shop/s1234/password", "value 1234");
        Path link = Files.readSymbolicLink(run.output.resolve("shop/s17/..data"));

        start = System.nanoTime();
        SyncReport again = run.once();
        long second = System.nanoTime() - start;
        assertThat(again.failures()).isEmpty();
        assertThat(again.count(Action.UNCHANGED)).isEqualTo(OBJECTS);
        assertThat(run.visible()).isEqualTo(visible);
        assertThat(Files.readSymbolicLink(run.output.resolve("shop/s17/..data")))
                .isEqualTo(link);
        System.out.printf(
                "local mode: %d ExternalSecrets in %d ms, again in %d ms (-Deso.faults.objects=%d)%n",
                OBJECTS, first / 1_000_000, second / 1_000_000, OBJECTS);
    }

    @Test
    @DisplayName("of 10,000 files is read whole, and a look at it that finds nothing new reads no file")
    void manyFiles() throws IOException {
        LocalRun run = new LocalRun(folder);
        for (int i = 1; i < FILES; i++) {
            Path part = run.manifests.resolve("d" + i % 100);
            Files.createDirectories(part);
            Files.writeString(part.resolve("c" + i + ".yaml"), """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: c%d}
                    data: {n: "%d"}
                    """.formatted(i, i));
        }
        ManifestDirectory manifests = new ManifestDirectory(new ManifestFiles(run.manifests, null), "default");
        java.util.List<dev.eso4j.core.cluster.ManifestProblem> problems = new java.util.ArrayList<>();
        assertThat(manifests.scan(false)).isTrue();
        assertThat(manifests.manifests(problems)).hasSize(FILES);
        assertThat(problems).isEmpty();
        assertThat(manifests.scan(false)).isFalse();
        Files.delete(run.manifests.resolve("d7/c7.yaml"));
        assertThat(manifests.scan(false)).isTrue();
        assertThat(manifests.manifests(problems)).hasSize(FILES - 1);
    }
}

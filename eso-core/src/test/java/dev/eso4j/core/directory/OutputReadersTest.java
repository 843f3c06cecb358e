package dev.eso4j.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Who reads the output while it changes")
class OutputReadersTest {
    /** How many versions each format goes through; more with {@code -Deso.faults.swaps}. */
    private static final int SWAPS = Integer.getInteger("eso.faults.swaps", 1_000);

    private static final int READERS = 2;
    private static final int KEYS = 5;
    private static final Pattern VERSION = Pattern.compile("version-(\\d+)-(end)?");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    @DisplayName("sees all of one version or all of another, and versions only go forward")
    void neverAMixture(OutputFormat format) throws Exception {
        Path manifests = Files.createDirectory(folder.resolve("in"));
        Path output = folder.resolve("out");
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try (LocalDirectory directory =
                LocalDirectory.builder(manifests).output(output, format).open()) {
            LocalCluster cluster = directory.cluster();
            cluster.create(ResourceType.SECRETS, version(0), "m");
            List<Future<Integer>> last = Stream.generate(() -> readers.submit(reader(output, format, done, reads)))
                    .limit(READERS)
                    .toList();
            for (int i = 1; i <= SWAPS; i++) {
                cluster.update(ResourceType.SECRETS, version(i), "m");
            }
            done.set(true);
            for (Future<Integer> seen : last) {
                assertThat(seen.get(60, TimeUnit.SECONDS)).isEqualTo(SWAPS);
            }
        } finally {
            readers.shutdownNow();
        }
        System.out.printf(
                "readers of %s: %d swaps, %d whole reads, no mixture (-Deso.faults.swaps=%d)%n",
                format, SWAPS, reads.get(), SWAPS);
        assertThat(reads.get()).isGreaterThan(READERS);
        try (Stream<Path> left = Files.walk(output.resolve("default"))) {
            assertThat(left.map(path -> path.getFileName().toString())
                            .filter(name -> name.contains("tmp") || name.startsWith("..20")))
                    .as("what earlier versions left behind, and the one that counts")
                    .hasSize(format == OutputFormat.FILES ? 1 : 0);
        }
    }

    /** Reads until it is done, once more after the last change, and returns the version that it saw last. */
    private static Callable<Integer> reader(Path output, OutputFormat format, AtomicBoolean done, AtomicInteger reads) {
        return () -> {
            int last = -1;
            boolean ending;
            do {
                ending = done.get();
                int seen = format == OutputFormat.FILES ? behindTheLink(output) : inOneFile(output, format);
                if (seen >= 0) {
                    assertThat(seen).as("version after %d", last).isGreaterThanOrEqualTo(last);
                    last = seen;
                    reads.incrementAndGet();
                }
            } while (!ending);
            return last;
        };
    }

    /** Reads as a careful reader does: resolves the link once. Returns -1 if the version went away meanwhile. */
    private static int behindTheLink(Path output) throws IOException {
        Path db = output.resolve("default/db");
        Path data = db.resolve(Files.readSymbolicLink(db.resolve("..data")));
        Set<String> seen = new HashSet<>();
        try {
            for (int key = 0; key < KEYS; key++) {
                seen.add(Files.readString(data.resolve("k" + key)));
            }
        } catch (NoSuchFileException e) {
            return -1;
        }
        assertThat(seen).hasSize(1);
        Matcher version = VERSION.matcher(seen.iterator().next());
        assertThat(version.matches()).as("a whole value").isTrue();
        return Integer.parseInt(version.group(1));
    }

    private static int inOneFile(Path output, OutputFormat format) throws IOException {
        String text =
                Files.readString(output.resolve("default/db." + format.name().toLowerCase(java.util.Locale.ROOT)));
        if (format != OutputFormat.ENV) {
            Matcher value = Pattern.compile("\"?k\\d\"?\\s*: ?\"([^\"]*)\"").matcher(text);
            StringBuilder decoded = new StringBuilder();
            while (value.find()) {
                decoded.append(new String(java.util.Base64.getDecoder().decode(value.group(1)), StandardCharsets.UTF_8))
                        .append('\n');
            }
            text = decoded.toString();
        }
        Matcher version = VERSION.matcher(text);
        Set<String> seen = new HashSet<>();
        int values = 0;
        while (version.find()) {
            seen.add(version.group(1));
            values++;
        }
        assertThat(values).as("keys in %s", text).isEqualTo(KEYS);
        assertThat(seen).hasSize(1);
        return Integer.parseInt(seen.iterator().next());
    }

    private static KubeSecret version(int version) {
        Map<String, byte[]> data = new LinkedHashMap<>();
        for (int key = 0; key < KEYS; key++) {
            data.put("k" + key, ("version-" + version + "-end").getBytes(StandardCharsets.UTF_8));
        }
        return KubeSecret.of(
                new ObjectMetaBuilder()
                        .withName("db")
                        .withNamespace("default")
                        .addToLabels("reconcile.external-secrets.io/managed", "true")
                        .build(),
                data,
                null,
                null);
    }
}

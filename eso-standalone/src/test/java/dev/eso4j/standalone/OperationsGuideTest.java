package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.RequestListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/operations.md")
class OperationsGuideTest {
    private static final Path GUIDE = Path.of("../docs/operations.md");
    private static final Path ENGINE = Path.of("../eso-core/src/main/java/dev/eso4j/core");

    @Test
    @DisplayName("names metrics that are served, and all of ours")
    void metrics() throws IOException {
        Set<String> named = all(
                "\\b((?:eso|externalsecret|secretstore|clustersecretstore|workqueue|controller_runtime|rest_client"
                        + "|leader_election)_[a-z_]*[a-z])\\b",
                Files.readString(GUIDE));
        assertThat(named).hasSizeGreaterThan(15);
        Set<String> served = all("# TYPE (\\S+) ", served());
        assertThat(served).containsAll(named);
        assertThat(named)
                .containsAll(
                        served.stream().filter(name -> name.startsWith("eso_")).toList());
    }

    private static String served() {
        try (Operating operating = new Operating()) {
            operating.provider.backend().put("key", "v");
            operating.cluster.load("""
                    apiVersion: external-secrets.io/v1
                    kind: ClusterSecretStore
                    metadata: {name: store}
                    spec: {provider: {recording: {}}}
                    """);
            operating.start().externalSecret("es", "key");
            operating.awaitReason("es", "SecretSynced");
            operating.metrics.retried(
                    "recording", new dev.eso4j.api.spi.StoreIdentity("S", "n", "s", "", 1, ""), "read");
            operating.metrics.leading("lease", true);
            operating.metrics.completed(
                    new RequestListener.Request("get", "secrets", "GET", "host:1", 200, Duration.ofMillis(1)));
            Awaitility.await().until(() -> operating.metrics.text().contains("clustersecretstore_status_condition{"));
            return operating.metrics.text();
        }
    }

    @Test
    @DisplayName("explains every reason of a condition or an event that the engine gives")
    void reasons() throws IOException {
        Set<String> reasons = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(ENGINE)) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                reasons.addAll(all("\"(?:Normal|Warning)\",\\s*\"(\\w+)\"", text));
                reasons.addAll(all("new StoreVerdict\\((?:true|false),\\s*\"(\\w+)\"", text));
                if (source.endsWith("Conditions.java")) {
                    reasons.addAll(all("\"((?:Secret|Resource)[A-Z]\\w+)\"", text));
                }
            }
        }
        assertThat(reasons)
                .contains(
                        "SecretSynced",
                        "ResourceSyncedError",
                        "UpdateFailed",
                        "InvalidProviderConfig",
                        "StoreUnmaintained");
        assertThat(reasons).hasSizeGreaterThanOrEqualTo(14);
        Set<String> explained = new TreeSet<>();
        for (String line : Files.readString(GUIDE).split("\n")) {
            if (line.startsWith("| `")) {
                explained.addAll(all("`(\\w+)`", line.substring(0, line.indexOf('|', 1))));
            }
        }
        assertThat(explained).containsAll(reasons);
    }

    @Test
    @DisplayName("names flags that exist")
    void flags() throws IOException {
        Set<String> known = new TreeSet<>(
                Set.of("output", "watch", "format", "server-side", "from-literal", "show-managed-fields"));
        OperatorFlags.all().all().forEach(flag -> known.add(flag.name()));
        assertThat(known).containsAll(all("(?<![\\w-])--([a-z][a-z-]*)", Files.readString(GUIDE)));
    }

    private static Set<String> all(String regex, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(regex).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}

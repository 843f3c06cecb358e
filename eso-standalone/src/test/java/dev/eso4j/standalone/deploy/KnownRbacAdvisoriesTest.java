package dev.eso4j.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Known advisories about the deployment:")
class KnownRbacAdvisoriesTest {
    private static List<String> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(Manifests.folder())) {
            return files.filter(f -> f.toString().endsWith(".yaml") && !f.endsWith("crds.yaml"))
                    .map(KnownRbacAdvisoriesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(List<String> manifests, String line) {
        return manifests.stream().flatMap(String::lines).filter(line::equals).count();
    }

    @Test
    @DisplayName("CVE-2024-45041: the operator is the only component and the only one with rights; none has webhooks")
    void cve_2024_45041() throws IOException {
        List<String> manifests = manifests();
        assertThat(count(manifests, "kind: Deployment")).isEqualTo(1);
        assertThat(count(manifests, "kind: ServiceAccount")).isEqualTo(1);
        assertThat(manifests)
                .noneMatch(m -> m.contains("kind: ValidatingWebhookConfiguration"))
                .noneMatch(m -> m.contains("kind: MutatingWebhookConfiguration"))
                .noneMatch(m -> m.contains("webhookconfigurations"))
                .noneMatch(m -> m.contains("customresourcedefinitions"));
    }

    @Test
    @DisplayName("CVE-2024-45041: rights on what has a known name are for that name, and none is of a wildcard")
    void namedRights() {
        assertThat(OperatorRbac.leaderElectionRole())
                .contains("resourceNames: [\"external-secrets-controller\"]\n    verbs: [\"get\", \"update\"]");
        assertThat(OperatorRbac.clusterRole() + OperatorRbac.namespacedRole())
                .doesNotContain("\"*\"", "escalate", "impersonate", "\"bind\"", "deletecollection", "pods/exec");
    }
}

package dev.eso4j.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The roles in deploy/")
class OperatorRbacTest {
    private static final String COMMAND =
            "run OperatorRbacTest with -Deso.deploy.write=true and commit what it writes into deploy/";

    @ParameterizedTest
    @CsvSource({
        "base/cluster-role.yaml, CLUSTER",
        "base/leader-election-role.yaml, HOME",
        "overlays/namespaced/role.yaml, NAMESPACE"
    })
    @DisplayName("are those that the list of rights gives")
    void upToDate(String file, String which) throws IOException {
        Path path = Manifests.folder().resolve(file);
        String wanted = switch (which) {
            case "CLUSTER" -> OperatorRbac.clusterRole();
            case "HOME" -> OperatorRbac.leaderElectionRole();
            default -> OperatorRbac.namespacedRole();
        };
        if (Boolean.getBoolean("eso.deploy.write")) {
            Files.writeString(path, wanted);
        }
        assertThat(path).as(COMMAND).content().isEqualTo(wanted);
    }

    @Test
    @DisplayName("grant nothing by a wildcard, and nothing on CRDs, webhooks and RBAC")
    void nothingBroad() {
        assertThat(OperatorRbac.clusterRole() + OperatorRbac.namespacedRole() + OperatorRbac.leaderElectionRole())
                .doesNotContain("\"*\"", "apiextensions", "admissionregistration", "\"rbac.authorization")
                .doesNotContain("aggregate-to");
    }

    @Test
    @DisplayName("for one namespace have nothing that a Role cannot grant")
    void nothingClusterScoped() {
        assertThat(OperatorRbac.namespacedRole()).doesNotContain("clustersecretstores", "\"namespaces\"");
    }
}

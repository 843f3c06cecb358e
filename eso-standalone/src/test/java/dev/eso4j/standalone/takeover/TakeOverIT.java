package dev.eso4j.standalone.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.standalone.process.Installation;
import dev.eso4j.standalone.process.OperatorProcess;
import dev.eso4j.testkit.ApiWrite;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("Started on a cluster that the existing operator has synced, ours")
class TakeOverIT {
    @Test
    @DisplayName("writes no target, no status, no event, and as little when it is started again")
    void writesNothing() {
        // One of its own: this operator must not meet what other tests have left.
        try (ControlPlane cluster = ControlPlane.builder().start()) {
            Installation installation = Installation.of(cluster, "base");
            RealTakeover takeover = new RealTakeover(cluster);
            takeover.load();
            Map<String, String> before = takeover.versions();
            assertThat(before).hasSize(Recorded.objects().size());
            for (int start = 1; start <= 2; start++) {
                try (OperatorProcess operator = installation.start()) {
                    awaitIdle(operator);
                    operator.signal("TERM");
                    assertThat(operator.awaitExit(Duration.ofSeconds(5))).isZero();
                }
                List<ApiWrite> writes = writes(cluster, installation);
                // Without those of the lease this would also pass for a log that tells nothing.
                assertThat(writes).anyMatch(w -> w.resource().equals("leases"));
                assertThat(writes).allMatch(w -> w.resource().equals("leases"));
                assertThat(takeover.versions()).isEqualTo(before);
            }
        }
    }

    /** Until all have been looked at, and the two that rightly fail have been tried again. */
    private static void awaitIdle(OperatorProcess operator) {
        int all = Recorded.objects("ExternalSecret").size();
        operator.awaitReady();
        Awaitility.await("all looked at").atMost(Duration.ofSeconds(40)).until(() -> {
            String metrics = operator.metrics();
            return number(metrics, "workqueue_adds_total{name=\"externalsecret\"}") >= all
                    && number(metrics, "workqueue_retries_total{name=\"externalsecret\"}") >= 4
                    && number(metrics, "workqueue_depth{name=\"externalsecret\"}") == 0
                    && number(metrics, "controller_runtime_active_workers{controller=\"externalsecret\"}") == 0
                    && number(metrics, "secretstore_reconcile_duration{name=\"kube\",namespace=\"takeover\"}") > 0
                    && number(metrics, "secretstore_reconcile_duration{name=\"fake\",namespace=\"takeover\"}") > 0
                    && number(metrics, "clustersecretstore_reconcile_duration{name=\"cfake\",namespace=\"\"}") > 0;
        });
    }

    private static double number(String metrics, String series) {
        Matcher matcher = Pattern.compile("^" + Pattern.quote(series) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : -1;
    }

    private static List<ApiWrite> writes(ControlPlane cluster, Installation installation) {
        return cluster.writes().stream()
                .filter(w -> w.user().equals(installation.user()))
                .toList();
    }
}

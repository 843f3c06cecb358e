package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.core.cluster.RequestListener;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Metrics beyond those of the existing operator")
class OwnMetricsTest {
    @Test
    @DisplayName("are lanes with depth and age, waiting times, calls in flight, retries, requests by resource")
    void own() {
        try (Operating operating = new Operating()) {
            operating.provider.backend().put("key", "v").put("other", "v");
            operating.start().externalSecret("es", "key");
            operating.awaitReason("es", "SecretSynced");
            operating.provider.backend().failNext(1, () -> new UnavailableException("down", "wait", null, null));
            operating.externalSecret("again", "other");
            operating.awaitReason("again", "SecretSynced");
            operating.metrics.completed(new RequestListener.Request(
                    "patch", "externalsecrets/status", "PATCH", "api:6443", 200, Duration.ofMillis(1)));
            operating.metrics.completed(
                    new RequestListener.Request("list", "secrets", "GET", "api:6443", 0, Duration.ofMillis(1)));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(operating.metrics.text())
                            .contains(
                                    "# TYPE eso_queue_oldest_seconds gauge",
                                    "eso_queue_depth{name=\"externalsecret\",lane=\"changed\"} 0",
                                    "eso_queue_oldest_seconds{name=\"externalsecret\",lane=\"refresh\"} 0",
                                    "# TYPE workqueue_queue_duration_seconds histogram",
                                    "workqueue_queue_duration_seconds_count{name=\"externalsecret\"} ",
                                    "workqueue_work_duration_seconds_count{name=\"externalsecret\"} ",
                                    "eso_provider_calls_in_flight{provider=\"recording\"} 0",
                                    "eso_provider_retries_total{provider=\"recording\"} 1",
                                    "eso_api_requests_total{verb=\"patch\",resource=\"externalsecrets/status\",code=\"200\"} 1",
                                    "eso_api_requests_total{verb=\"list\",resource=\"secrets\",code=\"<error>\"} 1",
                                    "rest_client_requests_total{code=\"200\",host=\"api:6443\",method=\"PATCH\"} 1",
                                    "controller_runtime_reconcile_errors_total{controller=\"externalsecret\"} 0"));
        }
    }
}

package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.standalone.metrics.OperatorMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Metrics that are to be protected")
class ProtectedMetricsTest {
    @ParameterizedTest
    @ValueSource(strings = {"--metrics-auth", "--metrics-secure"})
    @DisplayName("are not served in the open")
    void notServed(String flag) throws IOException {
        int port;
        int health;
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0)) {
            port = one.getLocalPort();
            health = two.getLocalPort();
        }
        try (LocalCluster cluster = LocalCluster.create()) {
            FlagSet.Values flags = OperatorFlags.all()
                    .parse(List.of(flag, "--metrics-addr=127.0.0.1:" + port, "--live-addr=127.0.0.1:" + health));
            Supervisor supervisor = new Supervisor(flags, cluster, new OperatorMetrics(false));
            CompletableFuture<Integer> code = CompletableFuture.supplyAsync(supervisor::run);
            // The health endpoint is opened after that of the metrics would have been.
            Awaitility.await().untilAsserted(() -> connect(health));
            Assertions.assertThatThrownBy(() -> connect(port)).isInstanceOf(IOException.class);
            supervisor.stop();
            assertThat(code.join()).isZero();
        }
    }

    private static void connect(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }
}

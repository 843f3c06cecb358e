package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reaching a backend")
class ReachTest {
    private final HttpCalls http =
            HttpCalls.builder().connectTimeout(Duration.ofMillis(300)).build();

    private void reach(String uri) {
        http.reach(HttpCall.of("Check", "", "HEAD", URI.create(uri)));
    }

    @Test
    @DisplayName("is success where somebody listens, and asks for nothing")
    void listens() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> requests.incrementAndGet());
        server.start();
        reach("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        server.stop(0);
        assertThat(requests).hasValue(0);
    }

    @Test
    @DisplayName("fails where nobody listens, where nobody speaks TLS, and where it is not allowed")
    void fails() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> reach("https://127.0.0.1:" + silent.getLocalPort() + "/"))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("did not answer");
        }
        assertThatThrownBy(() -> reach("http://127.0.0.1:1/"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("cannot be connected to");
        assertThatThrownBy(() -> reach("http://169.254.169.254/")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @DisplayName("ends when its thread is interrupted")
    void interrupted() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> reach("https://127.0.0.1:" + silent.getLocalPort() + "/"))
                    .isInstanceOf(UnavailableException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}

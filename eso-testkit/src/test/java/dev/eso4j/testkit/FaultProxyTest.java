package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.eso4j.testkit.faults.Fault;
import dev.eso4j.testkit.faults.FaultProxy;
import dev.eso4j.testkit.faults.InjectedFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A proxy that injects faults")
class FaultProxyTest {
    private static final String SECRETS = "/api/v1/namespaces/n/secrets";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private HttpServer upstream;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.createContext("/", exchange -> {
            arrived.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes()));
            byte[] answer = "answer".getBytes();
            exchange.sendResponseHeaders(
                    200, exchange.getRequestURI().getPath().endsWith("chunked") ? 0 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        upstream.start();
        proxy = FaultProxy.inFrontOf("http://127.0.0.1:" + upstream.getAddress().getPort(), SocketFactory.getDefault());
    }

    @AfterEach
    void stop() {
        proxy.close();
        upstream.stop(0);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(proxy.url() + path))
                        .timeout(Duration.ofSeconds(2))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @DisplayName("passes requests and answers on as they are, and counts them")
    void passes() throws IOException, InterruptedException {
        assertThat(send("POST", SECRETS + "?fieldManager=m", "body").body()).isEqualTo("answer");
        assertThat(send("GET", "/apis/g/v1/things/chunked", "").body()).isEqualTo("answer");
        assertThat(send("PATCH", "/apis/g/v1/namespaces/n/things/x/status", "p").body())
                .isEqualTo("answer");
        assertThat(arrived)
                .containsExactly(
                        "POST " + SECRETS + "?fieldManager=m body",
                        "GET /apis/g/v1/things/chunked ",
                        "PATCH /apis/g/v1/namespaces/n/things/x/status p");
        assertThat(proxy.requests())
                .isEqualTo(Map.of("create secrets", 1L, "get things", 1L, "patch things/status", 1L));
        assertThat(proxy.writes()).isEqualTo(2);
    }

    @Test
    @DisplayName("answers itself, to as many as it was told and after as many as it was told")
    void answers() throws IOException, InterruptedException {
        InjectedFault fault =
                proxy.inject(r -> r.is("create", "secrets"), 1, 1, Fault.throttled(Duration.ofSeconds(7)));
        assertThat(send("POST", SECRETS, "1").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = send("POST", SECRETS, "2");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(refused.body()).contains("\"kind\":\"Status\"", "\"code\":429");
        assertThat(send("POST", SECRETS, "3").statusCode()).isEqualTo(200);
        assertThat(fault.hits()).isEqualTo(1);
        assertThat(arrived).hasSize(2);
    }

    @Test
    @DisplayName("loses the answer to what was carried out, or breaks off in it")
    void loses() throws IOException, InterruptedException {
        proxy.inject(r -> true, 1, Fault.lostAnswer(500, "InternalError"));
        assertThat(send("POST", SECRETS, "1").statusCode()).isEqualTo(500);
        proxy.inject(r -> true, 1, Fault.resetInBody());
        assertThatThrownBy(() -> send("POST", SECRETS, "2")).isInstanceOf(IOException.class);
        assertThat(arrived).hasSize(2);
    }

    @Test
    @DisplayName("lets nothing through while it is cut off, and makes up for nothing afterwards")
    void cutOff() throws IOException, InterruptedException {
        proxy.cutOff();
        assertThatThrownBy(() -> send("POST", SECRETS, "lost")).isInstanceOf(IOException.class);
        proxy.restore();
        assertThat(send("POST", SECRETS, "after").statusCode()).isEqualTo(200);
        assertThat(arrived).containsExactly("POST " + SECRETS + " after");
    }
}

package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.ThrottledException;
import dev.eso4j.api.spi.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("HTTP calls")
class HttpCallsTest {
    private final CountDownLatch hold = new CountDownLatch(1);
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/status/", exchange -> {
            try (exchange) {
                String query = exchange.getRequestURI().getQuery();
                if (query != null) {
                    exchange.getResponseHeaders().set("Retry-After", query);
                }
                exchange.getResponseHeaders().set("Location", base + "/echo");
                byte[] body = "{\"error\":\"canary\"}".getBytes();
                exchange.sendResponseHeaders(
                        Integer.parseInt(exchange.getRequestURI().getPath().substring(8)), body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.createContext("/echo", exchange -> {
            try (exchange) {
                byte[] body = (exchange.getRequestMethod() + " "
                                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                                + new String(exchange.getRequestBody().readAllBytes()))
                        .getBytes();
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.createContext("/big", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[5000]);
            }
        });
        server.createContext("/slow", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                arrived.countDown();
                hold.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        hold.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpCallsBuilder builder() {
        return HttpCalls.builder()
                .clock(() -> Instant.parse("2026-01-01T00:00:00Z"))
                .listener((call, status, time) -> heard.add(call.name() + " " + status));
    }

    private HttpCall get(String path) {
        return HttpCall.of("Get", "\"s\"", "GET", URI.create(base + path));
    }

    @Test
    @DisplayName("send method, headers and body, and return the answer")
    void exchange() {
        try (HttpCalls http = builder().build()) {
            HttpCall call = HttpCall.of("Put", "", "PUT", URI.create(base + "/echo"))
                    .bearer(SecretValue.of("tok"))
                    .body("text/plain", SecretValue.of("content"));
            HttpReply reply = http.call(call);
            assertThat(reply.body()).isEqualTo(SecretValue.of("PUT Bearer tok content"));
            assertThat(heard).containsExactly("Put 200");
            assertThat(call.toString() + reply).doesNotContain("tok").doesNotContain("content");
            assertThatThrownBy(reply::json)
                    .isInstanceOf(MalformedException.class)
                    .hasNoCause();
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("turn statuses into the errors of the hierarchy, without the body")
    @CsvSource({
        "400,InvalidRequestException", "401,AccessDeniedException", "403,AccessDeniedException",
        "404,NotFoundException", "405,InvalidRequestException", "408,UnavailableException",
        "409,UnavailableException", "412,UnavailableException", "422,InvalidRequestException",
        "429,ThrottledException", "500,UnavailableException", "503,UnavailableException",
        "302,InvalidRequestException", "418,InvalidRequestException"
    })
    void statuses(int status, String type) {
        try (HttpCalls http = builder().build()) {
            assertThatThrownBy(() -> http.call(get("/status/" + status)))
                    .isInstanceOfSatisfying(SecretsException.class, e -> {
                        assertThat(e.getClass().getSimpleName()).isEqualTo(type);
                        assertThat(e)
                                .hasMessageStartingWith("Get \"s\": 127.0.0.1:")
                                .hasMessageEndingWith("" + status);
                        assertThat(e).hasMessageNotContaining("canary").hasNoCause();
                        assertThat(e.advice()).isNotEmpty();
                    });
            assertThat(heard).containsExactly("Get " + status);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("read Retry-After as seconds or as a date, at most an hour")
    @CsvSource({
        "7,PT7S",
        "0,PT0S",
        "86400,PT1H",
        "'Thu, 01 Jan 2026 00:00:30 GMT',PT30S",
        "'Wed, 31 Dec 2025 00:00:00 GMT',PT0S"
    })
    void retryAfter(String header, Duration expected) {
        assertThat(RetryAfter.parse(header, Instant.parse("2026-01-01T00:00:00Z")))
                .isEqualTo(expected);
        try (HttpCalls http = builder().build()) {
            URI uri = URI.create(base + "/status/429?" + header.replace(" ", "%20"));
            assertThatThrownBy(() -> http.call(HttpCall.of("Get", "", "GET", uri)))
                    .isInstanceOfSatisfying(
                            ThrottledException.class,
                            e -> assertThat(e.retryAfter()).contains(expected));
        }
    }

    @ParameterizedTest
    @DisplayName("ignore a Retry-After that says nothing")
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999"})
    void badRetryAfter(String header) {
        assertThat(RetryAfter.parse(header, Instant.EPOCH)).isNull();
    }

    @Test
    @DisplayName("give up on answers that are too large")
    void sizeLimit() {
        try (HttpCalls http = builder().maxResponseBytes(4999).build()) {
            assertThatThrownBy(() -> http.call(get("/big")))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageContaining("more than 4999 bytes");
        }
        try (HttpCalls http = builder().maxResponseBytes(5000).build()) {
            assertThat(http.call(get("/big")).body().size()).isEqualTo(5000);
        }
    }

    @Test
    @DisplayName("give up on answers that begin and do not end")
    void timeLimit() {
        try (HttpCalls http = builder().requestTimeout(Duration.ofMillis(300)).build()) {
            assertThatThrownBy(() -> http.call(get("/slow")))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("did not answer within");
            assertThat(heard).containsExactly("Get 0");
        }
    }

    @Test
    @DisplayName("end when they are closed, and closing twice is fine")
    void closing() throws Exception {
        HttpCalls http = builder().build();
        Future<HttpReply> pending = threads.submit(() -> http.call(get("/slow")));
        arrived.await();
        http.close();
        http.close();
        assertThatThrownBy(pending::get).cause().isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> http.call(get("/echo"))).isInstanceOf(UnavailableException.class);
    }

    @Test
    @DisplayName("say that nobody listens, without a text that changes")
    void connectionRefused() {
        server.stop(0);
        try (HttpCalls http = builder().build()) {
            assertThatThrownBy(() -> http.call(get("/echo")))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageEndingWith("cannot be connected to");
        }
    }

    @ParameterizedTest
    @DisplayName("refuse link-local addresses and metadata services")
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest",
                "http://169.254.1.1/",
                "http://[fe80::1]/",
                "http://[fd00:ec2::254]/",
                "http://[::ffff:169.254.169.254]/",
                "http://2852039166/"
            })
    void metadataServices(String uri) {
        try (HttpCalls http = builder().build()) {
            assertThatThrownBy(() -> http.call(HttpCall.of("Get", "", "GET", URI.create(uri))))
                    .isInstanceOf(InvalidRequestException.class);
            assertThat(heard).isEmpty();
        }
    }

    @Test
    @DisplayName("refuse other schemes, and header values with line breaks, without quoting them")
    void refusals() {
        try (HttpCalls http = builder().build()) {
            assertThatThrownBy(() -> http.call(HttpCall.of("Get", "", "GET", URI.create("file:///etc/passwd"))))
                    .isInstanceOf(InvalidRequestException.class);
        }
        assertThatThrownBy(() -> get("/echo").bearer(SecretValue.of("can\r\nary: 1")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageNotContaining("ary");
    }

    @Test
    @DisplayName("refuse access by one error and absence by another")
    void neverConfused() {
        assertThat(AccessDeniedException.class).isNotEqualTo(NotFoundException.class);
        try (HttpCalls http = builder().build()) {
            assertThatThrownBy(() -> http.call(get("/status/403"))).isNotInstanceOf(NotFoundException.class);
        }
    }
}

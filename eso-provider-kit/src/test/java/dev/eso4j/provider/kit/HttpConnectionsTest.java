package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Connections to a backend")
class HttpConnectionsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<IOException> failures = new CopyOnWriteArrayList<>();
    private final Semaphore ended = new Semaphore(0);
    private final CountDownLatch arrived = new CountDownLatch(1);
    private volatile Script script = (socket, n) -> write(socket, OK + n);
    private volatile Thread caller;
    private ServerSocket server;

    /** What the server does with the n-th request; the connection stays open behind it. */
    private interface Script {
        void answer(Socket socket, int n) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    connections.incrementAndGet();
                    threads.execute(() -> serve(socket));
                }
            } catch (IOException e) {
                assertThat(server.isClosed()).isTrue();
            }
        });
    }

    private void serve(Socket socket) {
        try (socket) {
            for (String head = head(socket); head != null; head = head(socket)) {
                requests.add(head);
                arrived.countDown();
                script.answer(socket, requests.size());
            }
        } catch (IOException e) {
            failures.add(e); // By the script that closes, or by the client that has given up.
        }
        ended.release();
    }

    private static String head(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (head.indexOf("\r\n\r\n") > 0) {
                return head.toString();
            }
        }
        return null;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private HttpCall call(String method) {
        return HttpCall.of("Do", "", method, URI.create("http://127.0.0.1:" + server.getLocalPort() + "/a?b=c"));
    }

    private static String body(HttpCalls http, HttpCall call) {
        return http.call(call).body().utf8();
    }

    @Test
    @DisplayName("are kept, and carry one call after the other")
    void kept() {
        try (HttpCalls http = HttpCalls.builder().build()) {
            assertThat(List.of(body(http, call("GET")), body(http, call("POST")), body(http, call("GET"))))
                    .containsExactly("1", "2", "3");
        }
        assertThat(connections).hasValue(1);
        assertThat(requests.get(0))
                .startsWith("GET /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:" + server.getLocalPort() + "\r\n");
        assertThat(requests.get(1)).contains("Content-Length: 0\r\n");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("are not used again after an answer that does not say that, or that more follows")
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx",
                "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx",
                "HTTP/1.1 204 No Content\r\n\r\nx",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\ncanary"
            })
    void notKept(String first) {
        script = (socket, n) -> write(socket, n == 1 ? first : OK + n);
        try (HttpCalls http = HttpCalls.builder().build()) {
            http.call(call("GET"));
            assertThat(body(http, call("GET"))).isEqualTo("2");
        }
        assertThat(connections).hasValue(2);
    }

    @Test
    @DisplayName(
            "that the server closes when they are used again cost one repetition, unless it could be a second deed")
    void closedWhenUsed() {
        script = (socket, n) -> {
            if (n % 2 == 0) {
                socket.close();
            } else {
                write(socket, OK + n);
            }
        };
        try (HttpCalls http = HttpCalls.builder().build()) {
            assertThat(body(http, call("GET"))).isEqualTo("1");
            assertThat(body(http, call("GET"))).isEqualTo("3");
            assertThatThrownBy(() -> http.call(call("POST"))).isInstanceOf(UnavailableException.class);
        }
        assertThat(requests).hasSize(4);
    }

    @Test
    @DisplayName("end with the thread that waits on them being interrupted")
    void interrupted() throws Exception {
        script = (socket, n) -> {
            if (n == 1) {
                assertThat(socket.getInputStream().read()).isNegative();
            } else {
                write(socket, OK + n);
            }
        };
        try (HttpCalls http = HttpCalls.builder().build()) {
            Future<Boolean> waiting = threads.submit(() -> {
                caller = Thread.currentThread();
                assertThatThrownBy(() -> http.call(call("GET")))
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("stopped");
                return Thread.interrupted();
            });
            arrived.await();
            caller.interrupt();
            assertThat(waiting.get()).isTrue();
            assertThat(requests).hasSize(1);
            assertThat(body(http, call("GET"))).isEqualTo("2");
        }
        assertThat(connections).hasValue(2);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("end when the time for a call is over, though the server says a little all the while")
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nX: ",
                "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n",
                "HTTP/1.1 200 OK\r\n\r\n"
            })
    void trickle(String begin) {
        script = (socket, n) -> {
            write(socket, n == 1 ? begin : OK + n);
            socket.setSoTimeout(20);
            for (boolean silent = n == 1; silent; ) {
                write(socket, "x");
                try {
                    silent = socket.getInputStream().read() >= 0;
                } catch (SocketTimeoutException e) {
                    silent = true; // The client still waits.
                }
            }
        };
        try (HttpCalls http =
                HttpCalls.builder().requestTimeout(Duration.ofMillis(300)).build()) {
            assertThatThrownBy(() -> http.call(call("GET")))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("did not answer within");
            assertThat(requests).hasSize(1);
            assertThat(body(http, call("GET"))).isEqualTo("2");
        }
        assertThat(connections).hasValue(2);
    }

    @Test
    @DisplayName("end when the time is over while a server does not read what is sent")
    void unread() {
        CountDownLatch over = new CountDownLatch(1);
        script = (socket, n) -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (HttpCalls http =
                HttpCalls.builder().requestTimeout(Duration.ofMillis(300)).build()) {
            HttpCall large = call("PUT").body(SecretValue.of(new byte[16 << 20]));
            assertThatThrownBy(() -> http.call(large))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("did not answer within");
        }
        over.countDown();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("are not used again after an answer that was not read to its end")
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n0123456789x",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n0123456789x\r\n0\r\n\r\n"
            })
    void unreadRest(String first) {
        script = (socket, n) -> write(socket, n == 1 ? first : OK + n);
        try (HttpCalls http = HttpCalls.builder().maxResponseBytes(10).build()) {
            assertThatThrownBy(() -> http.call(call("GET"))).isInstanceOf(MalformedException.class);
            assertThat(body(http, call("GET"))).isEqualTo("2");
        }
        assertThat(connections).hasValue(2);
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("are kept after answers that have no body by their nature")
    @CsvSource({"GET,204 No Content", "GET,304 Not Modified", "HEAD,200 OK", "HEAD,404 Not Found"})
    void bodiless(String method, String status) {
        script = (socket, n) -> write(socket, n == 1 ? "HTTP/1.1 " + status + "\r\nContent-Length: 6\r\n\r\n" : OK + n);
        try (HttpCalls http = HttpCalls.builder().build()) {
            assertThat(http.exchange(call(method)).body().isEmpty()).isTrue();
            assertThat(body(http, call("GET"))).isEqualTo("2");
        }
        assertThat(connections).hasValue(1);
    }

    @Test
    @DisplayName("are closed when they were idle for too long, without a call that asks for it")
    void idle() throws Exception {
        HttpCallsBuilder builder = HttpCalls.builder();
        builder.kept = Duration.ofMillis(50);
        try (HttpCalls http = builder.build()) {
            http.call(call("GET"));
            assertThat(ended.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            assertThat(body(http, call("GET"))).isEqualTo("2");
        }
        assertThat(connections).hasValue(2);
    }

    @Test
    @DisplayName("are kept up to a number")
    void bounded() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        script = (socket, n) -> {
            try {
                together.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IOException(e);
            }
            write(socket, OK + "x");
        };
        HttpCallsBuilder builder = HttpCalls.builder();
        builder.mostIdle = 1;
        try (HttpCalls http = builder.build()) {
            List<Future<String>> calls = threads.invokeAll(Collections.nCopies(4, () -> body(http, call("GET"))));
            for (Future<String> each : calls) {
                assertThat(each.get()).isEqualTo("x");
            }
            assertThat(ended.tryAcquire(3, 30, TimeUnit.SECONDS)).isTrue();
            assertThat(ended.tryAcquire()).isFalse();
        }
        assertThat(connections).hasValue(4);
    }

    @ParameterizedTest
    @DisplayName("give up on what is not HTTP, without quoting it")
    @ValueSource(
            strings = {
                "canary\r\n\r\n",
                "HTTP/1.1 200 OK\r\ncanary\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: canary\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ncanary\r\n"
            })
    void garbage(String answer) {
        script = (socket, n) -> {
            write(socket, answer);
            socket.close();
        };
        try (HttpCalls http = HttpCalls.builder().build()) {
            HttpCall call = call("PUT").bearer(SecretValue.of("canary")).body(SecretValue.of("canary"));
            assertThatThrownBy(() -> http.call(call))
                    .isInstanceOf(UnavailableException.class)
                    .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("canary"));
            assertThat(call + http.toString()).doesNotContain("canary");
        }
    }

    @Test
    @DisplayName("carry no request that could be read as two")
    void framing() {
        try (HttpCalls http = HttpCalls.builder().build()) {
            for (HttpCall call : List.of(
                    call("GET").header("a\r\nb", "x"),
                    call("GET").header("Content-Length", "7"),
                    call("GET /x HTTP/1.1\r\n\r\nGET"),
                    call("CONNECT"))) {
                assertThatThrownBy(() -> http.call(call)).isInstanceOf(InvalidRequestException.class);
            }
        }
        assertThat(connections).hasValue(0);
    }
}

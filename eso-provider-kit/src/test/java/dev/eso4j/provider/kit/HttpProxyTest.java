package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A forward proxy that the JVM is told to use")
class HttpProxyTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Map<String, String> before = new HashMap<>();
    private volatile String refusal = "";
    private ServerSocket proxy;
    private HttpsServer server;

    private static String pem(String name) throws IOException {
        try (InputStream in = HttpProxyTest.class.getResourceAsStream("/tls/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @BeforeEach
    void start() throws IOException {
        proxy = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            try {
                while (true) {
                    Socket socket = proxy.accept();
                    threads.execute(() -> serve(socket));
                }
            } catch (IOException e) {
                assertThat(proxy.isClosed()).isTrue();
            }
        });
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Tls.system()
                .identifiedBy(pem("server.pem"), SecretValue.of(pem("server-pkcs8.key")))
                .context()));
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] said = String.valueOf(exchange.getRequestURI()).getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, said.length);
                exchange.getResponseBody().write(said);
            }
        });
        server.start();
        for (String scheme : List.of("http", "https")) {
            set(scheme + ".proxyHost", "127.0.0.1");
            set(scheme + ".proxyPort", "" + proxy.getLocalPort());
        }
        set("http.nonProxyHosts", "");
    }

    private void set(String property, String value) {
        before.put(property, System.getProperty(property));
        System.setProperty(property, value);
    }

    @AfterEach
    void stop() throws IOException {
        before.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
        proxy.close();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Answers requests itself, and takes every tunnel to the one server that there is. */
    private void serve(Socket client) {
        try (client) {
            for (String head = head(client); head != null; head = head(client)) {
                heads.add(head);
                if (!refusal.isEmpty()) {
                    write(client, "HTTP/1.1 " + refusal + "\r\nContent-Length: 6\r\n\r\ncanary");
                } else if (head.startsWith("CONNECT ")) {
                    write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
                    try (Socket there = new Socket(
                            server.getAddress().getAddress(),
                            server.getAddress().getPort())) {
                        threads.execute(() -> copy(there, client));
                        client.getInputStream().transferTo(there.getOutputStream());
                    }
                    return;
                } else {
                    write(client, "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nproxied");
                }
            }
        } catch (IOException e) {
            heads.add("broken: " + e.getMessage()); // The client has gone.
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            heads.add("broken: " + e.getMessage()); // One side has gone.
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0;
                c = socket.getInputStream().read()) {
            head.append((char) c);
            if (head.indexOf("\r\n\r\n") > 0) {
                return head.toString();
            }
        }
        return null;
    }

    private static HttpCalls http() throws IOException {
        return HttpCalls.builder().tls(Tls.system().trusting(pem("ca.pem"))).build();
    }

    private static HttpCall get(String uri) {
        return HttpCall.of("Get", "", "GET", URI.create(uri)).bearer(SecretValue.of("credential"));
    }

    private String https(String host) {
        return "https://" + host + ":" + server.getAddress().getPort() + "/a?b";
    }

    @Test
    @DisplayName("gets requests of http with their whole address, over one connection")
    void absolute() throws IOException {
        try (HttpCalls http = http()) {
            assertThat(http.call(get("http://127.0.0.1:81/a?b")).body().utf8()).isEqualTo("proxied");
            assertThat(http.call(get("http://127.0.0.1/c")).body().utf8()).isEqualTo("proxied");
        }
        assertThat(heads.get(0)).startsWith("GET http://127.0.0.1:81/a?b HTTP/1.1\r\nHost: 127.0.0.1:81\r\n");
        assertThat(heads.get(1)).startsWith("GET http://127.0.0.1:80/c HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    }

    @Test
    @DisplayName(
            "is asked for a tunnel for https, through which it sees neither address nor credentials, once for all calls")
    void tunnel() throws IOException {
        try (HttpCalls http = http()) {
            assertThat(http.call(get(https("127.0.0.1"))).body().utf8()).isEqualTo("/a?b");
            assertThat(http.call(get(https("127.0.0.1"))).body().utf8()).isEqualTo("/a?b");
        }
        assertThat(heads.get(0))
                .isEqualTo("CONNECT 127.0.0.1:%1$d HTTP/1.1\r\nHost: 127.0.0.1:%1$d\r\n\r\n"
                        .formatted(server.getAddress().getPort()));
        assertThat(heads.stream().filter(head -> head.startsWith("CONNECT"))).hasSize(1);
    }

    @Test
    @DisplayName("cannot pass another server off as the backend: the name in the certificate is that of the address")
    void otherServer() throws IOException {
        try (HttpCalls http = http()) {
            assertThatThrownBy(() -> http.call(get(https("127.0.0.2"))))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("certificate is not trusted");
        }
    }

    @Test
    @DisplayName("that refuses a tunnel is named as who refuses, with its status, which is not one of the backend")
    void refused() throws IOException {
        try (HttpCalls http = http()) {
            for (String status : List.of("407 Proxy Authentication Required", "404 Not Found", "403 canary")) {
                refusal = status;
                assertThatThrownBy(() -> http.call(get(https("127.0.0.1"))))
                        .isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("the proxy on the way to 127.0.0.1:")
                        .hasMessageContaining(status.substring(0, 3))
                        .satisfies(e -> assertThat(Throwables.getStackTrace(e))
                                .doesNotContain("canary")
                                .doesNotContain("credential"));
            }
        }
        assertThat(heads).allMatch(head -> head.startsWith("CONNECT "));
    }

    @Test
    @DisplayName("is left out for hosts that are named in http.nonProxyHosts")
    void leftOut() throws IOException {
        set("http.nonProxyHosts", "127.0.0.1|*.internal");
        try (HttpCalls http = http()) {
            assertThat(http.call(get(https("127.0.0.1"))).body().utf8()).isEqualTo("/a?b");
        }
        assertThat(heads).isEmpty();
    }
}

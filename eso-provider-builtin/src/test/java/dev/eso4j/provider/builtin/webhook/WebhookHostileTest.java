package dev.eso4j.provider.builtin.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.UnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A webhook store survives a service that")
class WebhookHostileTest {
    private static final RemoteKey KEY = RemoteKey.of("k");
    private final WebhookStore store = new WebhookStore();

    @AfterEach
    void stop() {
        store.close();
    }

    private ThrowingCallable reading(String jsonPath) {
        return () -> store.client("/a", jsonPath).read(KEY).value();
    }

    @Test
    @DisplayName("never stops answering")
    void endless() {
        store.server.on("/a", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[1 << 16];
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(part);
                }
            } catch (IOException e) {
                return; // The client has hung up, as it should.
            }
        });
        assertThatThrownBy(reading("")).isInstanceOf(MalformedException.class).hasMessageContaining("more than");
    }

    @Test
    @DisplayName("never begins to")
    void silent() {
        CountDownLatch end = new CountDownLatch(1);
        store.server.on("/a", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Map<String, Object> config = WebhookStore.with(store.config("/a"), "timeout", "200ms");
        assertThatThrownBy(() -> store.client(config).read(KEY)).isInstanceOf(UnavailableException.class);
        end.countDown();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("answers with what only looks like JSON")
    @ValueSource(strings = {"", "{", "{\"a\":1} x", "{\"a\":\u0001}", "nul", "[1,]", "{\"a\":1e99999999999}"})
    void notJson(String body) {
        store.server.answer("/a", 200, body);
        assertThatThrownBy(reading("$.a")).isInstanceOf(MalformedException.class);
    }

    @Test
    @DisplayName("nests deeply, has gigantic numbers, or is not UTF-8")
    void extremes() {
        store.server.answer("/a", 200, "[".repeat(100_000));
        assertThatThrownBy(reading("$..a")).isInstanceOf(MalformedException.class);
        store.server.answer("/b", 200, "{\"a\":1e999999999}");
        assertThatThrownBy(() -> store.client("/b", "$.a").read(KEY).value()).isInstanceOf(MalformedException.class);
        store.server.on("/c", exchange -> {
            byte[] latin = "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(200, latin.length);
            exchange.getResponseBody().write(latin);
        });
        assertThatThrownBy(() -> store.client("/c", "$.a").read(KEY).value()).isInstanceOf(MalformedException.class);
    }

    @Test
    @DisplayName("makes a path search without an end")
    void explosion() {
        store.server.answer("/a", 200, "[".repeat(60) + "1,2,3" + "]".repeat(60));
        assertThatThrownBy(reading("$..*..*..*..*..*..*"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("steps");
    }

    @Test
    @DisplayName("redirects: on its own host it is followed, with method and body where the status says so")
    void redirects() {
        store.server.on("/a", exchange -> {
            exchange.getResponseHeaders().add("Location", "/secrets/b?x=1");
            WebhookServer.send(exchange, 302, "");
        });
        store.server.put("b", "{\"v\":\"there\"}");
        assertThat(store.client("/a", "$.v").read(KEY).value().utf8()).isEqualTo("there");
        store.server.on("/loop", exchange -> {
            exchange.getResponseHeaders().add("Location", "/loop");
            WebhookServer.send(exchange, 307, "");
        });
        int before = store.server.requests().size();
        assertThatThrownBy(() -> store.client("/loop", "").read(KEY)).isInstanceOf(InvalidRequestException.class);
        assertThat(store.server.requests()).hasSize(before + 11);
    }

    @Test
    @DisplayName("redirects to another host, port or scheme, which never sees a header")
    void redirectsAway() {
        try (WebhookServer other = new WebhookServer()) {
            other.answer("/a", 200, "{}");
            AtomicReference<String> location = new AtomicReference<>();
            store.server.on("/a", exchange -> {
                exchange.getResponseHeaders().add("Location", location.get());
                WebhookServer.send(exchange, 302, "");
            });
            for (String target : new String[] {
                other.url() + "/a",
                store.server.url().replace("https", "http") + "/a",
                "//169.254.169.254/latest",
                "file:///etc/passwd"
            }) {
                location.set(target);
                assertThatThrownBy(reading(""))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("another host or port");
            }
            assertThat(other.requests()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is not one: addresses of metadata services, and what is no address of HTTP")
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://[fe80::1]/",
                "http://{{ \"169.254.169.254\" }}/x",
                "{{ \"file\" }}:///etc/passwd",
                "{{ \"ftp\" }}://host/",
                "https://{{ \"\" }}/x",
                "https://host/{{ \"\\n\" }}x"
            })
    void forged(String url) {
        SecretsClient client = store.client(store.config(url));
        assertThatThrownBy(() -> client.read(KEY)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    @DisplayName("asks for a password: none is sent that was not asked for by the manifest")
    void challenges() {
        store.server.on("/a", exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=x");
            WebhookServer.send(exchange, 401, "");
        });
        assertThatThrownBy(reading("")).isInstanceOf(AccessDeniedException.class);
        assertThat(store.server.requests()).hasSize(1);
    }
}

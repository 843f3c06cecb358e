package dev.eso4j.provider.builtin.webhook.ntlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.provider.builtin.webhook.WebhookStoreProvider;
import dev.eso4j.testkit.CanaryLeak;
import dev.eso4j.testkit.Parallel;
import dev.eso4j.testkit.StaticCredentials;
import dev.eso4j.testkit.TestStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A webhook store with NTLM")
class NtlmTalkTest {
    private static final byte[] INFO =
            HexFormat.of().parseHex("02000c0044006f006d00610069006e00" + "07000800" + "0011223344556601" + "00000000");
    private final CanaryLeak canary = CanaryLeak.open();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** As real servers do it, by connection. */
    private final Map<InetSocketAddress, byte[]> challenges = new ConcurrentHashMap<>();

    private final Set<InetSocketAddress> known = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private String offered = "NTLM";

    @BeforeEach
    void start() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        canary.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            InetSocketAddress who = exchange.getRemoteAddress();
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            if (header != null) {
                authorizations.add(header);
            }
            byte[] message = header == null
                    ? new byte[0]
                    : Base64.getDecoder().decode(header.substring(header.indexOf(' ') + 1));
            if (known.contains(who) || (message.length > 8 && message[8] == 3 && right(who, message))) {
                known.add(who);
                byte[] body = "{\"v\":\"secret\"}".getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                return;
            }
            String more = message.length > 8 && message[8] == 1 ? " " + challenge(who) : "";
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.getResponseHeaders().add("WWW-Authenticate", offered + more);
            exchange.sendResponseHeaders(401, -1);
        }
    }

    private String challenge(InetSocketAddress who) {
        byte[] challenge = new byte[8];
        ThreadLocalRandom.current().nextBytes(challenge);
        challenges.put(who, challenge);
        byte[] target = "Domain".getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer out = ByteBuffer.allocate(56 + target.length + INFO.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(2);
        out.putShort((short) target.length).putShort((short) target.length).putInt(56);
        out.putInt(0xa0898201).put(challenge).putLong(0);
        out.putShort((short) INFO.length).putShort((short) INFO.length).putInt(56 + target.length);
        return Base64.getEncoder()
                .encodeToString(out.putLong(0).put(target).put(INFO).array());
    }

    /** Calculates the proof that the message must have, from what the client put beside it. */
    private boolean right(InetSocketAddress who, byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        int at = in.getInt(24);
        byte[] response = Arrays.copyOfRange(message, at, at + in.getShort(20));
        byte[] time = Arrays.copyOfRange(response, 24, 32);
        byte[] mine = Arrays.copyOfRange(response, 32, 40);
        assertThat(time).as("the server's own time").isEqualTo(Arrays.copyOfRange(INFO, 20, 28));
        byte[] challenge = challenges.remove(who);
        return challenge != null
                && in.getShort(12) == 0
                && Arrays.equals(
                        response,
                        NtlmProof.of("jane", "Domain", SecretValue.of(canary.value()))
                                .response(challenge, mine, time, INFO));
    }

    private SecretsClient client(String password) {
        StaticCredentials credentials = StaticCredentials.ofStore("shop")
                .withSecret("shop", "user", "name", "CORP\\jane")
                .withSecret("shop", "user", "password", password)
                .withLabels("shop", "user", Map.of("external-secrets.io/type", "webhook"));
        Map<String, ?> config = Map.of(
                "url", "http://127.0.0.1:" + server.getAddress().getPort() + "/{{ .remoteRef.key }}",
                "result", Map.of("jsonPath", "$.v"),
                "auth",
                        Map.of(
                                "ntlm",
                                Map.of(
                                        "usernameSecret", Map.of("name", "user", "key", "name"),
                                        "passwordSecret", Map.of("name", "user", "key", "password"))));
        return new WebhookStoreProvider()
                .connect(TestStores.context(TestStores.identity("shop", "hook"), "webhook", config, credentials));
    }

    @Test
    @DisplayName("proves to know the password, from 32 threads at once, each on a connection of its own")
    void proves() {
        try (SecretsClient client = client(canary.value())) {
            Parallel.run(32, i -> {
                for (int round = 0; round < 3; round++) {
                    assertThat(client.read(RemoteKey.of("k")).value().utf8()).isEqualTo("secret");
                }
            });
        }
        assertThat(authorizations).allMatch(header -> header.startsWith("NTLM "));
        authorizations.forEach(header -> canary.look("header", header));
        canary.assertNowhere();
    }

    @Test
    @DisplayName("speaks as Negotiate to a server that calls it so")
    void negotiates() {
        offered = "Negotiate";
        try (SecretsClient client = client(canary.value())) {
            assertThat(client.read(RemoteKey.of("k")).value().utf8()).isEqualTo("secret");
        }
        assertThat(authorizations).hasSize(2).allMatch(header -> header.startsWith("Negotiate "));
    }

    @Test
    @DisplayName("is refused with the wrong password, after one try")
    void wrong() {
        try (SecretsClient client = client("wrong")) {
            assertThatThrownBy(() -> client.read(RemoteKey.of("k"))).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(authorizations).hasSize(2);
    }

    @Test
    @DisplayName("never sends the password itself, though a server offers nothing but Basic")
    void noBasic() {
        offered = "Digest realm=x";
        try (SecretsClient client = client(canary.value())) {
            assertThatThrownBy(() -> client.read(RemoteKey.of("k")))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("does not offer NTLM");
        }
        assertThat(authorizations).isEmpty();
    }
}

package dev.eso4j.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The client of the API server, when things go wrong")
class KubernetesClusterFailuresTest {
    private static final String SECRET =
            "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"s\",\"namespace\":\"n\","
                    + "\"resourceVersion\":\"5\"},\"data\":{\"k\":\"dg==\"}}";

    private ScriptedApi api;
    private KubernetesCluster cluster;

    @BeforeEach
    void start() throws IOException {
        api = new ScriptedApi();
        cluster = api.client().build();
    }

    @AfterEach
    void stop() {
        cluster.close();
        api.close();
    }

    @Test
    @DisplayName("401: reads the kubeconfig anew, once, and repeats the call")
    void refreshes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("config");
        String config = """
                current-context: c
                contexts: [{name: c, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {token: TOKEN}}]
                """.formatted(api.url());
        Files.writeString(file, config.replace("TOKEN", "old"));
        try (KubernetesCluster client =
                KubernetesCluster.builder().kubeconfig(file).build()) {
            Files.writeString(file, config.replace("TOKEN", "new"));
            api.then(401, "").then(200, SECRET).then(200, SECRET);
            assertThat(client.get(ResourceType.SECRETS, "n", "s")).isPresent();
            assertThat(client.get(ResourceType.SECRETS, "n", "s")).isPresent();
            assertThat(authorizations()).containsExactly("Bearer old", "Bearer new", "Bearer new");
            api.then(401, "").then(401, ScriptedApi.status(401, "Unauthorized", "Unauthorized", ""));
            assertThat(failure(() -> client.get(ResourceType.SECRETS, "n", "s")).reason())
                    .isEqualTo(Reason.UNAUTHORIZED);
            assertThat(api.asked).hasSize(5);
        }
    }

    @Test
    @DisplayName("401: reads a token file anew")
    void tokenFile(@TempDir Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "old\n");
        String config = """
                current-context: c
                contexts: [{name: c, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {tokenFile: "%s"}}]
                """.formatted(api.url(), token);
        try (KubernetesCluster client =
                KubernetesCluster.builder().kubeconfig(config).build()) {
            Files.writeString(token, "new\n");
            api.then(401, "").then(200, SECRET);
            client.get(ResourceType.SECRETS, "n", "s");
            assertThat(authorizations()).containsExactly("Bearer old", "Bearer new");
        }
    }

    @Test
    @DisplayName("429: THROTTLED, with the time to wait")
    void throttled() {
        api.then(429, ScriptedApi.status(429, "TooManyRequests", "slow down", ""), "Retry-After", "7");
        ClusterException e = failure(() -> cluster.get(ResourceType.SECRETS, "n", "s"));
        assertThat(e.reason()).isEqualTo(Reason.THROTTLED);
        assertThat(e.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(e.retryable()).isTrue();
        assertThat(e).hasMessage("get Secret n/s: 429 TooManyRequests: slow down");
    }

    @Test
    @DisplayName("every code and reason has its meaning")
    void reasons() {
        Object[][] table = {
            {400, "BadRequest", Reason.INVALID},
            {403, "Forbidden", Reason.FORBIDDEN},
            {409, "AlreadyExists", Reason.ALREADY_EXISTS},
            {409, "Conflict", Reason.CONFLICT},
            {410, "Expired", Reason.GONE},
            {413, "RequestEntityTooLarge", Reason.INVALID},
            {415, "UnsupportedMediaType", Reason.OTHER},
            {422, "Invalid", Reason.INVALID},
            {500, "InternalError", Reason.UNAVAILABLE},
            {503, "ServiceUnavailable", Reason.UNAVAILABLE},
            {504, "Timeout", Reason.UNAVAILABLE}
        };
        for (Object[] row : table) {
            api.then((int) row[0], ScriptedApi.status((int) row[0], (String) row[1], "m", ""));
            assertThat(failure(() -> cluster.get(ResourceType.SECRETS, "n", "s"))
                            .reason())
                    .as(row[0] + " " + row[1])
                    .isEqualTo(row[2]);
        }
        api.then(502, "<html>bad gateway</html>");
        assertThat(failure(() -> cluster.get(ResourceType.SECRETS, "n", "s")).reason())
                .isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    @DisplayName("no word of the server about a Secret that was sent is told on, but the fields are")
    void noValues() {
        String details = "\"name\":\"s\",\"kind\":\"Secret\",\"causes\":[{\"reason\":\"FieldValueInvalid\","
                + "\"message\":\"Invalid value: canary\",\"field\":\"data[a/b]\"},"
                + "{\"reason\":\"X\",\"field\":\"data[\\\"canary\\\"]\"}]";
        api.then(422, ScriptedApi.status(422, "Invalid", "Secret is invalid: data: canary", details));
        api.then(
                400,
                ScriptedApi.status(
                        400, "BadRequest", "admission webhook \\\"w.example.com\\\" denied the request: canary", ""));
        api.then(500, "canary in plain text");
        api.then(
                403,
                ScriptedApi.status(
                        403,
                        "Forbidden",
                        "secrets is forbidden: User \\\"eso\\\" cannot create resource \\\"secrets\\\" in API group"
                                + " \\\"\\\" in the namespace \\\"n\\\": canary",
                        ""));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ClusterException e = failure(() -> cluster.create(
                    ResourceType.SECRETS,
                    LocalClusterTest.secret("s", Map.of("k", "canary".getBytes(StandardCharsets.UTF_8))),
                    "m"));
            texts.add(e.getMessage());
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("canary", "Y2FuYXJ5");
        }
        assertThat(texts)
                .containsExactly(
                        "create Secret default/s: 422 Invalid: data[a/b] (FieldValueInvalid)",
                        "create Secret default/s: 400 BadRequest: admission webhook \"w.example.com\" denied the request",
                        "create Secret default/s: 500",
                        "create Secret default/s: 403 Forbidden: User \"eso\" cannot create resource \"secrets\" in API"
                                + " group \"\" in the namespace \"n\"; grant it by RBAC, or remove what forbids it");
    }

    @Test
    @DisplayName("an answer that cannot be read is not quoted")
    void unreadable() {
        api.then(200, "{\"metadata\":{},\"data\":{\"k\":\"canary!\"}}");
        api.then(200, "{\"metadata\":{},\"data\": canary}");
        for (int i = 0; i < 2; i++) {
            ClusterException e = failure(() -> cluster.get(ResourceType.SECRETS, "n", "s"));
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).contains("get Secret n/s").doesNotContain("canary");
        }
    }

    @Test
    @DisplayName("a connection that is reset in the middle of a list is UNAVAILABLE; what came before was handed over")
    void reset() {
        api.then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write(("{\"metadata\":{\"resourceVersion\":\"9\"},\"items\":[" + SECRET + "," + SECRET.substring(0, 20))
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            throw new IOException("cut");
        });
        List<KubeSecret> seen = new ArrayList<>();
        ClusterException e = failure(() -> cluster.list(ResourceType.SECRETS, Selection.namespace("n"), seen::add));
        assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(e).hasMessageContaining("list Secret in n").hasMessageContaining("127.0.0.1");
        assertThat(seen).hasSize(1);
    }

    /** Sends the head and then a blank every few milliseconds, until the client has had enough. */
    private static void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (true) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    @DisplayName("an answer that trickles and never ends is given up after twice the timeout")
    void endless() {
        try (KubernetesCluster impatient =
                api.client().timeout(Duration.ofMillis(300)).build()) {
            api.then(KubernetesClusterFailuresTest::trickle);
            ClusterException e = failure(() -> impatient.get(ResourceType.SECRETS, "n", "s"));
            assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(e.unreachable()).as("may be the object's fault").isFalse();
        }
    }

    @Test
    @DisplayName("a call about a lease is given up in time for another attempt, whatever the timeout of others is")
    void lease() {
        try (KubernetesCluster patient =
                api.client().timeout(Duration.ofHours(1)).build()) {
            api.then(KubernetesClusterFailuresTest::trickle);
            assertThat(failure(() -> patient.get(ResourceType.LEASES, "n", "l")).reason())
                    .isEqualTo(Reason.UNAVAILABLE);
        }
    }

    @Test
    @DisplayName("a watch that is silent for longer than it may be ends as UNAVAILABLE")
    void silentWatch() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try (KubernetesCluster impatient =
                api.client().watchSilence(Duration.ofMillis(300)).build()) {
            api.then(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody()
                        .write(("{\"type\":\"ADDED\",\"object\":" + SECRET + "}\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                awaitQuietly(release);
            });
            List<String> events = new ArrayList<>();
            assertThat(watched(impatient, events).reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(events).containsExactly("ADDED s");
        } finally {
            release.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("nobody there, or not to the end, is unreachable; an answer of whatever kind is not")
    void nobodyThere() throws IOException {
        api.then(500, "").then(503, "").then(429, "");
        for (int i = 0; i < 3; i++) {
            assertThat(failure(() -> cluster.get(ResourceType.SECRETS, "n", "s"))
                            .unreachable())
                    .isFalse();
        }
        api.then(exchange -> {
            exchange.sendResponseHeaders(200, SECRET.length());
            exchange.getResponseBody().write(SECRET.substring(0, 9).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        });
        assertThat(failure(() -> cluster.get(ResourceType.SECRETS, "n", "s")).unreachable())
                .isTrue();
        api.close();
        assertThat(failure(() -> cluster.get(ResourceType.SECRETS, "n", "s")).unreachable())
                .isTrue();
    }

    @Test
    @DisplayName("a write that waits for its turn is not sent when it is no longer allowed; reading goes on")
    void guardedToTheLast() {
        AtomicInteger asked = new AtomicInteger();
        // Allowed when it is decided, no longer when its turn has come.
        Cluster guarded = cluster.guarded(() -> asked.incrementAndGet() == 1);
        ClusterException e = failure(() -> guarded.create(
                ResourceType.SECRETS,
                LocalClusterTest.secret("s", Map.of("k", "canary".getBytes(StandardCharsets.UTF_8))),
                "m"));
        assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(e).hasMessage("create Secret default/s: not sent, this replica does not hold the lease");
        assertThat(api.asked).isEmpty();
        assertThat(asked).hasValue(2);
        api.then(200, SECRET).then(201, SECRET);
        assertThat(guarded.get(ResourceType.SECRETS, "n", "s")).isPresent();
        cluster.guarded(() -> true).create(ResourceType.SECRETS, LocalClusterTest.secret("s", Map.of()), "m");
        assertThat(api.asked).hasSize(2);
    }

    @Test
    @DisplayName("the first page of a list is usable before the second is asked for")
    void pages() {
        api.then(200, "{\"items\":[" + SECRET + "],\"metadata\":{\"resourceVersion\":\"9\",\"continue\":\"abc\"}}");
        api.then(200, "{\"metadata\":{\"resourceVersion\":\"9\"},\"items\":[" + SECRET + "]}");
        List<Integer> askedWhenSeen = new ArrayList<>();
        String version = cluster.list(
                ResourceType.SECRETS,
                Selection.everyNamespace().withLabels("a in (b,c)"),
                item -> askedWhenSeen.add(api.asked.size()));
        assertThat(version).isEqualTo("9");
        assertThat(askedWhenSeen).containsExactly(1, 2);
        assertThat(api.asked.get(1).line())
                .startsWith("GET /api/v1/secrets?")
                .contains("continue=abc", "limit=500", "labelSelector=a%20in%20%28b%2Cc%29");
    }

    @Test
    @DisplayName("an object that does not fit its type is left out, and the others are not")
    void misfit() {
        String misfit = "{\"metadata\":{\"name\":\"x\"},\"spec\":{\"data\":\"canary\",\"target\":{\"name\":[1,{}]}}}";
        String good = "{\"metadata\":{\"name\":\"y\"},\"spec\":{}}";
        api.then(200, "{\"metadata\":{\"resourceVersion\":\"9\"},\"items\":[" + misfit + "," + good + "]}");
        List<String> names = new ArrayList<>();
        cluster.list(
                ResourceType.EXTERNAL_SECRETS,
                Selection.everyNamespace(),
                item -> names.add(item.getMetadata().getName()));
        assertThat(names).containsExactly("y");
    }

    @Test
    @DisplayName("a watch ends as GONE when the server says 410, as an answer or as an event")
    void watchGone() throws InterruptedException {
        api.then(410, ScriptedApi.status(410, "Expired", "too old resource version", ""));
        assertThat(watched(new ArrayList<>()).reason()).isEqualTo(Reason.GONE);
        api.then(
                200,
                "{\"type\":\"ADDED\",\"object\":" + SECRET + "}\n{\"object\":" + SECRET
                        + ",\"type\":\"MODIFIED\"}\n{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"12\"}}}\n"
                        + "{\"type\":\"ERROR\",\"object\":"
                        + ScriptedApi.status(410, "Expired", "too old", "").strip()
                        + "}\n");
        List<String> events = new ArrayList<>();
        assertThat(watched(events).reason()).isEqualTo(Reason.GONE);
        assertThat(events).containsExactly("ADDED s", "MODIFIED s", "12");
        assertThat(api.asked.get(1).line())
                .contains("watch=1", "allowWatchBookmarks=true", "resourceVersion=5", "timeoutSeconds=300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secrets", "externalsecrets"})
    @DisplayName(
            "a watch says nothing of a state that the listener knows, leaves the rest of it unread, and goes on behind it")
    void watchKnown(String plural) throws InterruptedException {
        String known = "{\"metadata\":{\"name\":\"known\",\"resourceVersion\":\"7\"},\"data\":{\"k\":\"not Base64!\"},"
                + "\"spec\":{\"data\":\"not a list\"},\"status\":[[],{}]}";
        String other = "{\"metadata\":{\"name\":\"other\",\"resourceVersion\":\"8\"}}";
        api.then(
                200,
                event("MODIFIED", known)
                        + event("ADDED", known)
                        + event("MODIFIED", other)
                        + event("DELETED", other.replace("8", "7")));
        List<String> events = new ArrayList<>();
        ResourceType<?> type = plural.equals("secrets") ? ResourceType.SECRET_DIGESTS : ResourceType.EXTERNAL_SECRETS;
        assertThat(watched(cluster, type, events)).isNull();
        assertThat(events).containsExactly("MODIFIED other", "DELETED other");
    }

    private static String event(String type, String object) {
        return "{\"type\":\"" + type + "\",\"object\":" + object + "}\n";
    }

    @Test
    @DisplayName("a watch that ends in the normal way has no cause; one that breaks off is UNAVAILABLE")
    void watchEnds() throws InterruptedException {
        api.then(200, "{\"type\":\"ADDED\",\"object\":" + SECRET + "}\n");
        assertThat(watched(new ArrayList<>())).isNull();
        api.then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"type\":\"ADDED\",\"obj".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        });
        assertThat(watched(new ArrayList<>()).reason()).isEqualTo(Reason.UNAVAILABLE);
        api.then(403, ScriptedApi.status(403, "Forbidden", "no", ""));
        assertThat(watched(new ArrayList<>()).reason()).isEqualTo(Reason.FORBIDDEN);
    }

    private @Nullable ClusterException watched(List<String> events) throws InterruptedException {
        return watched(cluster, events);
    }

    private static @Nullable ClusterException watched(Cluster cluster, List<String> events)
            throws InterruptedException {
        return watched(cluster, ResourceType.SECRETS, events);
    }

    /** The listener knows every state with the version 7. */
    private static <T> @Nullable ClusterException watched(Cluster cluster, ResourceType<T> type, List<String> events)
            throws InterruptedException {
        CompletableFuture<@Nullable ClusterException> end = new CompletableFuture<>();
        cluster.watch(type, Selection.namespace("n"), "5", new WatchListener<T>() {
            @Override
            public boolean known(ObjectMeta metadata) {
                return "7".equals(metadata.getResourceVersion());
            }

            @Override
            public void event(Change change, T object) {
                events.add(change + " " + type.metadata(object).getName());
            }

            @Override
            public void bookmark(String resourceVersion) {
                events.add(resourceVersion);
            }

            @Override
            public void closed(@Nullable ClusterException cause) {
                end.complete(cause);
            }
        });
        return end.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    @DisplayName("closing ends a watch that is silent, without a cause")
    void closeSilentWatch() throws InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        api.then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            opened.countDown();
            awaitQuietly(release);
        });
        CompletableFuture<@Nullable ClusterException> end = CompletableFuture.supplyAsync(() -> {
            try {
                return watched(new ArrayList<>());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(opened.await(30, TimeUnit.SECONDS)).isTrue();
        cluster.close();
        assertThat(end.join()).isNull();
        release.countDown();
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("eso-")));
    }

    @Test
    @DisplayName("a server that cannot be reached is UNAVAILABLE, with its address and the cause")
    void unreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String config = "current-context: c\ncontexts: [{name: c, context: {cluster: c}}]\n"
                + "clusters: [{name: c, cluster: {server: \"http://127.0.0.1:" + port + "\"}}]\n";
        try (KubernetesCluster client =
                KubernetesCluster.builder().kubeconfig(config).build()) {
            ClusterException e = failure(() -> client.get(ResourceType.SECRETS, "n", "s"));
            assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(e)
                    .hasMessageContaining("get Secret n/s: http://127.0.0.1:" + port)
                    .hasMessageContaining("onnect")
                    .hasMessageContaining("check the address");
        }
    }

    @Test
    @DisplayName("requests say who sends them, and are counted and timed")
    void listener() {
        List<RequestListener.Request> told = new ArrayList<>();
        try (KubernetesCluster client = api.client().requestListener(told::add).build()) {
            api.then(200, SECRET).then(404, ScriptedApi.status(404, "NotFound", "no", "\"name\":\"s\""));
            client.patchStatus(ResourceType.SECRETS, "n", "s", Map.of("status", Map.of()), "me");
            assertThat(client.get(ResourceType.SECRETS, "n", "s")).isEmpty();
            assertThat(told)
                    .extracting(
                            RequestListener.Request::verb,
                            RequestListener.Request::resource,
                            RequestListener.Request::code)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("patch", "secrets/status", 200),
                            org.assertj.core.api.Assertions.tuple("get", "secrets", 404));
            assertThat(client.requests()).containsEntry("patch secrets/status", 1L);
        }
        ScriptedApi.Asked patch = api.asked.get(0);
        assertThat(patch.line()).isEqualTo("PATCH /api/v1/namespaces/n/secrets/s/status?fieldManager=me");
        assertThat(patch.headers().getFirst("User-Agent")).startsWith("eso4j/");
        assertThat(patch.headers().getFirst("Content-Type")).isEqualTo("application/merge-patch+json");
        assertThat(patch.body()).isEqualTo("{\"status\":{}}");
    }

    @Test
    @DisplayName("no more calls than allowed are under way at once")
    void inFlight() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (KubernetesCluster client = api.client().maxInFlight(1).build()) {
            api.then(exchange -> {
                first.countDown();
                try {
                    release.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                exchange.sendResponseHeaders(500, -1);
            });
            Thread one = new Thread(() -> failure(() -> client.get(ResourceType.SECRETS, "n", "a")));
            Thread two = new Thread(() -> failure(() -> client.get(ResourceType.SECRETS, "n", "b")));
            one.start();
            assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
            two.start();
            await().until(() -> two.getState() == Thread.State.WAITING);
            assertThat(api.asked).hasSize(1);
            release.countDown();
            one.join();
            two.join();
            assertThat(api.asked).hasSize(2);
        }
    }

    private List<String> authorizations() {
        return api.asked.stream()
                .map(asked -> asked.headers().getFirst("Authorization"))
                .toList();
    }

    private static ClusterException failure(ThrowingCallable call) {
        ClusterException thrown = catchThrowableOfType(ClusterException.class, call);
        assertThat(thrown).as("the call fails").isNotNull();
        return thrown;
    }
}

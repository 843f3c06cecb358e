package dev.eso4j.provider.builtin.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.provider.kit.HttpCall;
import dev.eso4j.provider.kit.HttpCallListener;
import dev.eso4j.provider.kit.HttpCalls;
import dev.eso4j.provider.kit.HttpFailures;
import dev.eso4j.provider.kit.HttpReply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The requests that the provider makes to an API server. Thread-safe. */
final class KubeApi implements AutoCloseable {
    /** Pages keep single answers small, for Secrets may have a megabyte each. */
    static final int PAGE = 100;

    private static final int MAX_ANSWER = 128 << 20;
    /** What one search may bring: whoever chooses the address of the server must not fill the memory by it. */
    private static final int MOST_FOUND = 100_000;

    private static final long MOST_FOUND_BYTES = 256L << 20;
    private static final int MOST_PAGES = 10_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
    private static final String FIELD_MANAGER = "external-secrets";

    private final KubeConnection connection;
    private final HttpCalls http;

    private KubeApi(KubeConnection connection, HttpCalls http) {
        this.connection = connection;
        this.http = http;
    }

    static KubeApi connect(KubeConnection connection, InstantSource clock, HttpCallListener listener) {
        return new KubeApi(
                connection,
                HttpCalls.builder()
                        .tls(connection.tls())
                        .requestTimeout(Duration.ofSeconds(30))
                        .maxResponseBytes(MAX_ANSWER)
                        .clock(clock)
                        .listener(listener)
                        .build());
    }

    /**
     * Returns a Secret.
     *
     * @throws NotFoundException if the API server says that there is none; not if something else answers so
     */
    JsonNode get(String namespace, String name) {
        HttpCall call = call("GetSecret", quoted(name), "GET", secret(namespace, name));
        HttpReply reply = exchange(call);
        if (reply.status() == 404 && !isStatus(reply)) {
            throw new MalformedException(
                    call.operation() + ": what answered is not a Kubernetes API server", "check server.url");
        }
        return successful(call, reply).json();
    }

    /** Returns the Secret, or nothing if there is none. */
    Optional<JsonNode> lookup(String namespace, String name) {
        try {
            return Optional.of(get(namespace, name));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the Secrets of a namespace that have the labels and are wanted.
     *
     * @throws InvalidRequestException if they are too many or too large together
     */
    List<JsonNode> list(String namespace, String labelSelector, Predicate<JsonNode> wanted) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        long bytes = 0;
        int pages = 0;
        do {
            String query = "?limit=" + PAGE
                    + (labelSelector.isEmpty() ? "" : "&labelSelector=" + encoded(labelSelector))
                    + (next.isEmpty() ? "" : "&continue=" + encoded(next));
            HttpCall call = call("ListSecrets", "of " + namespace, "GET", secrets(namespace) + query);
            HttpReply reply = exchange(call);
            if (reply.status() == 410) {
                throw new UnavailableException(
                        call.operation() + ": the list changed while it was read", "it is tried again", null, null);
            }
            if (reply.status() == 404) {
                throw new MalformedException(
                        call.operation() + ": what answered is not a Kubernetes API server", "check server.url");
            }
            JsonNode page = successful(call, reply).json();
            int before = items.size();
            for (JsonNode item : page.path("items")) {
                if (wanted.test(item)) {
                    items.add(item);
                }
            }
            bytes += items.size() == before ? 0 : reply.body().size();
            if (items.size() > MOST_FOUND || bytes > MOST_FOUND_BYTES || ++pages > MOST_PAGES) {
                throw new InvalidRequestException(
                        call.operation() + ": the search finds more than " + MOST_FOUND + " Secrets or "
                                + (MOST_FOUND_BYTES >> 20) + " MiB, or does not end",
                        "narrow it by tags or by a longer name");
            }
            String following = page.path("metadata").path("continue").asText("");
            if (!following.isEmpty() && following.equals(next)) {
                throw new MalformedException(
                        call.operation() + ": the list goes on where it was before",
                        "check what answers at server.url");
            }
            next = following;
        } while (!next.isEmpty());
        return items;
    }

    void create(String namespace, String name, JsonNode secret) {
        HttpCall call =
                call("CreateSecret", quoted(name), "POST", secrets(namespace) + "?fieldManager=" + FIELD_MANAGER);
        writing(call, exchange(json(call, secret)));
    }

    /** Replaces a Secret, unless it is no longer the version that the given one was made from. */
    void update(String namespace, String name, JsonNode secret) {
        HttpCall call =
                call("UpdateSecret", quoted(name), "PUT", secret(namespace, name) + "?fieldManager=" + FIELD_MANAGER);
        writing(call, exchange(json(call, secret)));
    }

    /** Deletes a Secret if it is still that version; what is gone already is success. */
    void delete(String namespace, String name, JsonNode secret) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.putObject("preconditions")
                .put("uid", secret.path("metadata").path("uid").asText())
                .put(
                        "resourceVersion",
                        secret.path("metadata").path("resourceVersion").asText());
        HttpCall call = call("DeleteSecret", quoted(name), "DELETE", secret(namespace, name));
        HttpReply reply = exchange(json(call, options));
        if (reply.status() != 404) {
            writing(call, reply);
        }
    }

    /** Creates a review and returns it with its status. */
    JsonNode review(String plural, String kind, ObjectNode spec) {
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", kind).set("spec", spec);
        HttpCall call = call("Create" + kind, "", "POST", "/apis/authorization.k8s.io/v1/" + plural);
        return successful(call, exchange(json(call, review))).json();
    }

    private static HttpReply successful(HttpCall call, HttpReply reply) {
        if (!reply.successful()) {
            throw HttpFailures.of(call, reply);
        }
        return reply;
    }

    /** For writes 404 means that the namespace is missing, which is no answer to the question whether a Secret exists. */
    private static void writing(HttpCall call, HttpReply reply) {
        if (reply.status() == 409) {
            throw new KubeConflict();
        }
        if (reply.status() == 404) {
            throw new InvalidRequestException(
                    call.operation() + ": the namespace, or the Secret by now, does not exist",
                    "create the namespace that remoteNamespace names");
        }
        successful(call, reply);
    }

    /** A token that is refused once may have been rotated; a second refusal is an answer. */
    private HttpReply exchange(HttpCall call) {
        SecretValue token = connection.tokens().get();
        HttpReply reply = http.exchange(token == null ? call : call.bearer(token));
        if (reply.status() != 401 || token == null) {
            return reply;
        }
        connection.tokens().refused(token);
        SecretValue next = connection.tokens().get();
        return next == null || next.equals(token) ? reply : http.exchange(call.bearer(next));
    }

    private HttpCall call(String name, String subject, String method, String path) {
        return HttpCall.of(name, subject, method, URI.create(connection.server() + path))
                .header("Accept", "application/json");
    }

    private static HttpCall json(HttpCall call, JsonNode body) {
        return call.body("application/json", SecretValue.of(body.toString()));
    }

    private static boolean isStatus(HttpReply reply) {
        try {
            return "Status".equals(reply.json().path("kind").asText());
        } catch (SecretsException e) {
            return false;
        }
    }

    private static String secrets(String namespace) {
        return "/api/v1/namespaces/" + checked(namespace) + "/secrets";
    }

    private static String secret(String namespace, String name) {
        return secrets(namespace) + "/" + checked(name);
    }

    /** A key must stay one segment of the path, so that no reference leads to another resource. */
    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidRequestException(
                    "\"" + name + "\" is not a name that a Secret or namespace can have",
                    "use small letters, digits, hyphens and dots");
        }
        return name;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    @Override
    public void close() {
        http.close();
    }

    /** Says that somebody else wrote in between. */
    static final class KubeConflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KubeConflict() {
            super("conflict", null, false, false);
        }
    }

    @Override
    public String toString() {
        return "KubeApi[" + connection.server() + "]";
    }
}

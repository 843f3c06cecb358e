package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.provider.kit.Credentials;
import dev.eso4j.provider.kit.Tls;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * A kubeconfig out of a Secret, reduced to what its current context says.
 *
 * <p>Whoever may write the Secret must not gain anything on this machine by it. So data that stand in the text are
 * accepted and everything else is refused by name: commands, plug-ins, paths of files, proxies, impersonation, and TLS
 * without verification.
 */
final class Kubeconfig {
    private static final int MAX_CHARS = 1 << 20;
    private static final int DEEPEST = 32;
    /** Knows no numbers, which can be a million digits long, and no merging of maps. */
    private static final JsonSchema SCHEMA = new JsonSchema() {
        @Override
        public ScalarResolver getScalarResolver() {
            return (text, plain) -> {
                if (!plain) {
                    return Tag.STR;
                }
                return switch (text) {
                    case "true", "false" -> Tag.BOOL;
                    case "", "null", "~" -> Tag.NULL;
                    default -> Tag.STR;
                };
            };
        }
    };

    private static final Set<String> CLUSTER_MEMBERS = Set.of(
            "server", "certificate-authority-data", "insecure-skip-tls-verify", "disable-compression", "extensions");
    private static final Set<String> USER_MEMBERS =
            Set.of("token", "client-certificate-data", "client-key-data", "extensions");

    /** What a kubeconfig can have. Other names are not told: behind a missing colon a token is part of one. */
    private static final Set<String> KNOWN = Set.of(
            "as",
            "as-groups",
            "as-uid",
            "as-user-extra",
            "auth-provider",
            "certificate-authority",
            "client-certificate",
            "client-key",
            "exec",
            "insecure-skip-tls-verify",
            "password",
            "proxy-url",
            "tls-server-name",
            "tokenFile",
            "username");

    private final String field;
    private final Map<?, ?> cluster;
    private final Map<?, ?> user;

    private Kubeconfig(String field, Map<?, ?> cluster, Map<?, ?> user) {
        this.field = field;
        this.cluster = cluster;
        this.user = user;
    }

    /**
     * Reads a kubeconfig.
     *
     * @param field where the manifest refers to it, for messages
     * @throws InvalidRequestException if it cannot be read or has something that is not accepted; nothing is quoted
     */
    static Kubeconfig parse(String field, SecretValue text) {
        Map<?, ?> root = map(field, load(field, text.utf8()));
        Map<?, ?> context = entry(field, root, "contexts", "context", text(root, "current-context"));
        Map<?, ?> cluster = entry(field, root, "clusters", "cluster", text(context, "cluster"));
        Map<?, ?> user = entry(field, root, "users", "user", text(context, "user"));
        refuseOthers(field, "cluster", cluster, CLUSTER_MEMBERS);
        refuseOthers(field, "user", user, USER_MEMBERS);
        if (Boolean.TRUE.equals(cluster.get("insecure-skip-tls-verify"))) {
            throw refused(field, "cluster", "insecure-skip-tls-verify");
        }
        return new Kubeconfig(field, cluster, user);
    }

    private static @Nullable Object load(String field, String text) {
        if (text.length() > MAX_CHARS) {
            throw new InvalidRequestException(
                    field + " leads to more than " + MAX_CHARS + " characters", "put a kubeconfig into the Secret");
        }
        LoadSettings settings = LoadSettings.builder()
                .setSchema(SCHEMA)
                .setBufferSize(text.length() + 1024)
                .build();
        try {
            checkEvents(field, new Parse(settings).parseString(text));
            return new Load(settings).loadFromString(text);
        } catch (YamlEngineException | IllegalArgumentException e) { // The latter for escapes of no character.
            // Not chained: the parser's message quotes the text around the error.
            throw new InvalidRequestException(
                    field + " does not lead to YAML that can be read", "put a kubeconfig into the Secret");
        }
    }

    /** Loading goes down by recursion and believes every alias and tag, so what a kubeconfig does not need is refused first. */
    private static void checkEvents(String field, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            boolean tagged =
                    event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                            || event instanceof CollectionStartEvent start
                                    && start.getTag().isPresent();
            if (depth > DEEPEST || tagged || event instanceof AliasEvent) {
                throw new InvalidRequestException(
                        field + " leads to YAML with aliases, with tags, or nested deeper than " + DEEPEST,
                        "put a plain kubeconfig into the Secret");
            }
        }
    }

    private static Map<?, ?> entry(String field, Map<?, ?> root, String list, String member, @Nullable String name) {
        if (name != null && root.get(list) instanceof List<?> entries) {
            for (Object each : entries) {
                if (each instanceof Map<?, ?> entry && name.equals(entry.get("name"))) {
                    return map(field, entry.get(member));
                }
            }
        }
        throw new InvalidRequestException(
                field + ": the kubeconfig has no " + member + " for its current context",
                "set current-context, and a context that names a cluster and a user of the kubeconfig");
    }

    private static Map<?, ?> map(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidRequestException(field + " does not lead to a kubeconfig", "put a kubeconfig into the Secret");
    }

    private static @Nullable String text(Map<?, ?> map, String member) {
        return map.get(member) instanceof String text && !text.isBlank() ? text : null;
    }

    private static void refuseOthers(String field, String where, Map<?, ?> map, Set<String> accepted) {
        for (Object member : map.keySet()) {
            if (!(member instanceof String name) || !accepted.contains(name)) {
                throw refused(
                        field, where, KNOWN.contains(member) ? member.toString() : "a member without a known name");
            }
        }
    }

    private static InvalidRequestException refused(String field, String where, String member) {
        return new InvalidRequestException(
                field + ": the kubeconfig has " + member + " in its " + where + ", which is not accepted from a Secret",
                "use server and certificate-authority-data, with token or client-certificate-data and client-key-data");
    }

    /** Returns the connection that it describes. */
    KubeConnection connection() {
        String server = text(cluster, "server");
        String problem = server == null ? "is missing" : ServerAddress.problem(server);
        if (problem != null) {
            throw new InvalidRequestException(
                    field + ": the server of the kubeconfig " + problem, "give it as https://host:port");
        }
        SecretValue authority = decoded(cluster, "certificate-authority-data");
        Tls tls = Tls.system().trusting(authority == null ? null : authority.utf8());
        SecretValue certificate = decoded(user, "client-certificate-data");
        SecretValue key = decoded(user, "client-key-data");
        String token = text(user, "token");
        if (certificate != null && key != null) {
            tls = tls.identifiedBy(certificate.utf8(), key);
        } else if (certificate != null || key != null || token == null) {
            throw new InvalidRequestException(
                    field + ": the user of the kubeconfig has no complete credential",
                    "give token, or client-certificate-data with client-key-data");
        }
        SecretValue bearer = token == null ? null : Credentials.trimmed(SecretValue.of(token));
        return new KubeConnection(
                ServerAddress.of(server), tls, bearer == null ? TokenSource.none() : TokenSource.stored(() -> bearer));
    }

    private @Nullable SecretValue decoded(Map<?, ?> map, String member) {
        String text = text(map, member);
        if (text == null) {
            return null;
        }
        try {
            return SecretValue.of(Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(
                    field + ": " + member + " of the kubeconfig is not base64", "encode the PEM text in base64");
        }
    }

    @Override
    public String toString() {
        return "Kubeconfig[" + field + "]";
    }
}

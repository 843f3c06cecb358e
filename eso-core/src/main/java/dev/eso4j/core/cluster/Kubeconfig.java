package dev.eso4j.core.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eso4j.api.BoundedText;
import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a kubeconfig says in its current context.
 *
 * @param config address, TLS and credentials
 * @param tokenFile the file that holds the token, if one does
 * @param plain whether that is all; a credential plugin makes it not so
 */
record Kubeconfig(ConfigBuilder config, @Nullable Path tokenFile, boolean plain) {
    static Kubeconfig read(String text, @Nullable Path path) {
        String where = path == null ? "the kubeconfig" : "the kubeconfig " + path;
        if (text.length() > ManifestReader.MAX_SIZE) {
            throw new ClusterException(
                    Reason.INVALID,
                    where + " cannot be read: it has more than " + ManifestReader.MAX_SIZE + " characters");
        }
        List<ManifestProblem> problems = new ArrayList<>();
        List<ManifestDocument> documents = text.stripLeading().startsWith("{")
                ? JsonDocuments.read(where, text, problems)
                : YamlDocuments.read(where, text, problems);
        if (!problems.isEmpty() || documents.isEmpty()) {
            throw new ClusterException(
                    Reason.INVALID,
                    where + " cannot be read: "
                            + (problems.isEmpty()
                                    ? "it is empty"
                                    : problems.get(0).toString()));
        }
        JsonNode root = documents.get(0).tree();
        String current = Trees.text(root, "current-context");
        if (current.isEmpty()) {
            throw new ClusterException(
                    Reason.INVALID, where + " has no current-context; choose one with 'kubectl config use-context'");
        }
        JsonNode context = named(root, "contexts", current, "context", where);
        JsonNode cluster = named(root, "clusters", Trees.text(context, "cluster"), "cluster", where);
        String userName = Trees.text(context, "user");
        JsonNode user = userName.isEmpty() ? Trees.object() : named(root, "users", userName, "user", where);
        return of(context, cluster, user, path);
    }

    private static Kubeconfig of(JsonNode context, JsonNode cluster, JsonNode user, @Nullable Path path) {
        ConfigBuilder config = new ConfigBuilder(Config.empty());
        config.withMasterUrl(Trees.text(cluster, "server"));
        config.withTrustCerts(cluster.path("insecure-skip-tls-verify").asBoolean());
        config.withCaCertData(orNull(Trees.text(cluster, "certificate-authority-data")));
        config.withCaCertFile(file(Trees.text(cluster, "certificate-authority"), path));
        config.withTlsServerName(orNull(Trees.text(cluster, "tls-server-name")));
        String proxy = Trees.text(cluster, "proxy-url");
        if (!proxy.isEmpty()) {
            config.withHttpsProxy(proxy).withHttpProxy(proxy);
        }
        if (!Trees.text(context, "namespace").isEmpty()) {
            config.withNamespace(Trees.text(context, "namespace"));
        }
        config.withClientCertData(orNull(Trees.text(user, "client-certificate-data")));
        config.withClientCertFile(file(Trees.text(user, "client-certificate"), path));
        config.withClientKeyData(orNull(Trees.text(user, "client-key-data")));
        config.withClientKeyFile(file(Trees.text(user, "client-key"), path));
        config.withUsername(orNull(Trees.text(user, "username")));
        config.withPassword(orNull(Trees.text(user, "password")));
        config.withOauthToken(orNull(Trees.text(user, "token")));
        config.withImpersonateUsername(orNull(Trees.text(user, "as")));
        String[] groups = StreamSupport.stream(user.path("as-groups").spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
        config.withImpersonateGroups(groups);
        // As kubectl has it, a token file outranks a token beside it.
        String tokenFile = file(Trees.text(user, "tokenFile"), path);
        boolean plain = !user.has("exec") && !user.has("auth-provider");
        try {
            return new Kubeconfig(config, tokenFile == null ? null : Path.of(tokenFile), plain);
        } catch (InvalidPathException e) {
            throw noPath(e);
        }
    }

    private static JsonNode named(JsonNode root, String list, String name, String member, String where) {
        for (JsonNode entry : root.path(list)) {
            if (Trees.text(entry, "name").equals(name)) {
                return entry.path(member);
            }
        }
        throw new ClusterException(
                Reason.INVALID,
                where + " has no entry \"" + BoundedText.of(name, 100) + "\" in " + list
                        + ", which its current context needs");
    }

    private static @Nullable String file(String name, @Nullable Path path) {
        if (name.isEmpty()) {
            return null;
        }
        Path folder = path == null ? null : path.toAbsolutePath().getParent();
        try {
            return folder == null ? name : folder.resolve(name).toString();
        } catch (InvalidPathException e) {
            throw noPath(e);
        }
    }

    private static ClusterException noPath(InvalidPathException e) {
        return new ClusterException(
                Reason.INVALID,
                "the kubeconfig names a file by \"" + BoundedText.of(e.getInput(), 200) + "\", which cannot be a path",
                null,
                e);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

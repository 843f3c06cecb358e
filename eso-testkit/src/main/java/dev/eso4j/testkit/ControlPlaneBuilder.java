package dev.eso4j.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of a {@link ControlPlane}; each has a default, so {@code ControlPlane.builder().start()} is enough. */
public final class ControlPlaneBuilder {
    final Map<String, User> users = new LinkedHashMap<>();
    Duration startTimeout = Duration.ofSeconds(60);

    @Nullable
    Path programs;

    /** A user who signs in with a token that does not change. */
    record User(String token, List<String> groups) {}

    ControlPlaneBuilder() {
        users.put(ControlPlane.ADMIN, new User("admin-token", List.of("system:masters")));
    }

    /**
     * Adds a user. Without groups the user may do what RBAC rules that a test creates allow, and nothing else.
     *
     * @throws IllegalArgumentException if a user of that name or with that token is there already
     */
    public ControlPlaneBuilder user(String name, String token, String... groups) {
        boolean tokenTaken = users.values().stream().anyMatch(u -> u.token().equals(token));
        if (tokenTaken || users.putIfAbsent(name, new User(token, List.of(groups))) != null) {
            throw new IllegalArgumentException("There is already a user " + name + ", or one with its token");
        }
        return this;
    }

    /** Sets how long the servers may take to be ready; 60 s unless set, where 3 s to 5 s are usual. */
    public ControlPlaneBuilder startTimeout(Duration timeout) {
        this.startTimeout = timeout;
        return this;
    }

    /** Sets the folder that holds etcd, kube-apiserver, kube-controller-manager and kubectl. */
    public ControlPlaneBuilder programs(Path folder) {
        this.programs = folder;
        return this;
    }

    /**
     * Starts the servers and returns when the API server is ready.
     *
     * @throws ControlPlaneException if they are not installed or do not become ready; the message has the ends of their
     *     logs
     */
    public ControlPlane start() {
        Path folder = programs != null
                ? programs
                : TestServers.kube()
                        .orElseThrow(() -> new ControlPlaneException(TestServers.MISSING
                                + " there is no control plane installed; run bin/install-test-servers"));
        return ControlPlane.start(folder, Map.copyOf(users), startTimeout);
    }
}

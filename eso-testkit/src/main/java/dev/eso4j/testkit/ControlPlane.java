package dev.eso4j.testkit;

import dev.eso4j.api.Crds;
import dev.eso4j.testkit.ControlPlaneBuilder.User;
import dev.eso4j.testkit.faults.FaultProxy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Kubernetes control plane on this machine: etcd, kube-apiserver with RBAC, and the controllers for namespaces,
 * garbage collection and service accounts. There are no nodes, so nothing runs in it.
 *
 * <p>It listens on free ports of the loopback address and keeps its files in a temporary folder, which {@link #close}
 * deletes. It ends with the JVM at the latest. All methods are thread-safe.
 */
public final class ControlPlane implements AutoCloseable {
    /** The name of the user who may do everything. */
    public static final String ADMIN = "admin";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Servers servers;
    private final Map<String, User> users;
    private final ApiServerHttp http;
    private final Kubectl kubectl;

    private ControlPlane(Servers servers, Map<String, User> users, ApiServerHttp http, Kubectl kubectl) {
        this.servers = servers;
        this.users = users;
        this.http = http;
        this.kubectl = kubectl;
    }

    /** Returns a builder with the defaults. */
    public static ControlPlaneBuilder builder() {
        return new ControlPlaneBuilder();
    }

    static ControlPlane start(Path programs, Map<String, User> users, Duration timeout) {
        String adminToken = Optional.ofNullable(users.get(ADMIN)).orElseThrow().token();
        Servers servers = Servers.start(programs, users, timeout);
        return new ControlPlane(
                servers,
                users,
                servers.http(adminToken),
                new Kubectl(programs.resolve("kubectl"), servers.folder(), servers.adminKubeconfig()));
    }

    /** Returns the address of the API server, such as {@code https://127.0.0.1:41873}. */
    public String url() {
        return servers.url();
    }

    /** Returns the path of a kubeconfig for the administrator. */
    public Path kubeconfig() {
        return servers.adminKubeconfig();
    }

    /** Returns the path of the PEM file that API clients verify the server's certificate with. */
    public Path certificateAuthority() {
        return servers.certificate();
    }

    /**
     * Returns the text of a kubeconfig for a user.
     *
     * @throws IllegalArgumentException if the control plane was started without that user
     */
    public String kubeconfigFor(String user) {
        User found = users.get(user);
        if (found == null) {
            throw new IllegalArgumentException("The control plane has no user " + user + ", only " + users.keySet());
        }
        return kubeconfigForToken(found.token());
    }

    /** Returns the text of a kubeconfig for a bearer token, such as one that {@code kubectl create token} printed. */
    public String kubeconfigForToken(String token) {
        return servers.kubeconfigText(token);
    }

    /** Starts a proxy in front of the API server that can be told to break what passes; the caller closes it. */
    public FaultProxy faultProxy() {
        return FaultProxy.inFrontOf(url(), http.sockets());
    }

    /** Returns the text of a kubeconfig for a bearer token that leads through a proxy. */
    public String kubeconfigThrough(FaultProxy proxy, String token) {
        return kubeconfigForToken(token).replace(url(), proxy.url());
    }

    /**
     * Kills the API server and starts it again, with the same address, certificate and data. Returns when it is ready.
     *
     * @throws ControlPlaneException if it does not come back
     */
    public void restartApiServer() {
        servers.restartApiServer();
    }

    /** Kills etcd and starts it again with the same data; the API server stays. Returns when both are ready. */
    public void restartEtcd() {
        servers.restartEtcd();
    }

    /**
     * Runs kubectl as the administrator and returns what it printed on standard output.
     *
     * @throws ControlPlaneException if it fails; the message is what it printed on standard error
     */
    public String kubectl(String... args) {
        return kubectl.run(null, args).out();
    }

    /** Runs kubectl as the administrator and returns how that went, whether it failed or not. */
    public KubectlResult tryKubectl(String... args) {
        return kubectl.attempt(null, args);
    }

    /**
     * Applies manifests, server-side, and returns what kubectl printed on standard output.
     *
     * @throws ControlPlaneException if one is refused; the message is the API server's
     */
    public String apply(String yaml) {
        return kubectl.run(yaml, "apply", "--server-side", "--force-conflicts", "-f", "-")
                .out();
    }

    /** Applies manifests, server-side, and returns how that went, whether they were refused or not. */
    public KubectlResult tryApply(String yaml) {
        return kubectl.attempt(yaml, "apply", "--server-side", "--force-conflicts", "-f", "-");
    }

    /** Runs kubectl as the administrator with {@code input} on its standard input, for commands with {@code -f -}. */
    public KubectlResult pipe(String input, String... args) {
        return kubectl.attempt(input, args);
    }

    /**
     * Returns every request so far that was to change something, in the order in which they were answered, refused ones
     * too. A request may be missing until shortly after its answer.
     */
    public List<ApiWrite> writes() {
        return AuditLog.read(servers.folder());
    }

    /** Applies the CRDs of this version and returns when their resources are served; a second call changes nothing. */
    public void installCrds() {
        apply(Crds.all());
        kubectl(Stream.concat(
                        Stream.of("wait", "--for=condition=Established", "--timeout=30s"),
                        Crds.names().stream().map("crd/"::concat))
                .toArray(String[]::new));
        String served = kubectl(
                "get",
                "crd",
                "-o",
                "jsonpath={range .items[*]}/apis/{.spec.group}/{.spec.versions[0].name}/{.spec.names.plural}{\"\\n\"}{end}");
        for (String list : served.lines().toList()) {
            servers.await(
                    "The resource " + list,
                    Duration.ofSeconds(30),
                    () -> call(() -> http.get(list)).statusCode() == 200);
        }
    }

    /**
     * Creates a namespace that no other test uses and returns its name, as soon as its {@code default} ServiceAccount
     * exists too.
     */
    public String newNamespace() {
        byte[] suffix = new byte[5];
        RANDOM.nextBytes(suffix);
        String name = "test-" + HexFormat.of().formatHex(suffix);
        String body = "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + name + "\"}}";
        HttpResponse<String> created = call(() -> http.post("/api/v1/namespaces", body));
        if (created.statusCode() != 201) {
            throw new ControlPlaneException("The namespace " + name + " was refused: " + created.body());
        }
        String account = "/api/v1/namespaces/" + name + "/serviceaccounts/default";
        servers.await(
                "The default ServiceAccount of " + name,
                Duration.ofSeconds(30),
                () -> call(() -> http.get(account)).statusCode() == 200);
        return name;
    }

    /** Returns what talks to the API server as the administrator. */
    ApiServerHttp http() {
        return http;
    }

    /** Ends the servers and deletes their files; a second call does nothing. */
    @Override
    public void close() {
        servers.stop();
    }

    private interface Call {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private static HttpResponse<String> call(Call call) {
        try {
            return call.send();
        } catch (IOException e) {
            throw new ControlPlaneException("The API server does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlPlaneException("Interrupted while waiting for the API server", e);
        }
    }
}

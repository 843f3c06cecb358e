package dev.eso4j.testkit;

import dev.eso4j.testkit.ControlPlaneBuilder.User;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes of one control plane and the files they share. */
final class Servers {
    private static final int ATTEMPTS = 3;
    private static final int ETCD = 0;
    private static final int API_SERVER = 1;
    private static final String PORT_TAKEN = "address already in use";

    private final Path folder;
    private final List<ServerProcess> running = new CopyOnWriteArrayList<>();
    private final Thread atExit = new Thread(this::end, "control-plane-stop");
    private final int port;
    private Duration startTimeout = Duration.ZERO;
    private BooleanSupplier ready = () -> false;
    private boolean stopped;

    private Servers(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static Servers start(Path programs, Map<String, User> users, Duration timeout) {
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce(programs, users, timeout);
            } catch (ControlPlaneException e) {
                // Someone else may take a free port between our look at it and the server's start.
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains(PORT_TAKEN)) {
                    throw e;
                }
            } catch (IOException | GeneralSecurityException e) {
                throw new ControlPlaneException("Cannot prepare the files of a control plane: " + e.getMessage(), e);
            }
        }
    }

    private static Servers startOnce(Path programs, Map<String, User> users, Duration timeout)
            throws IOException, GeneralSecurityException {
        List<Integer> ports = freePorts(3);
        Servers servers = new Servers(Files.createTempDirectory("eso4j-control-plane-"), ports.get(0));
        Runtime.getRuntime().addShutdownHook(servers.atExit);
        try {
            servers.launch(programs, users, ports.get(1), ports.get(2), timeout);
            return servers;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            servers.stop();
            throw e;
        }
    }

    private void launch(Path programs, Map<String, User> users, int etcdPort, int peerPort, Duration timeout)
            throws IOException, GeneralSecurityException {
        String adminToken =
                users.getOrDefault(ControlPlane.ADMIN, new User("", List.of())).token();
        writeServiceAccountKey();
        Files.writeString(folder.resolve("tokens.csv"), tokens(users));
        Files.writeString(folder.resolve(AuditLog.POLICY_FILE), AuditLog.POLICY);
        startTimeout = timeout;
        ready = () -> Files.exists(certificate()) && ready(adminToken);
        run(programs.resolve("etcd"), ServerFlags.etcd(etcdPort, peerPort));
        run(programs.resolve("kube-apiserver"), ServerFlags.apiServer(port, etcdPort));
        await("A ready API server", timeout, ready);
        Files.writeString(adminKubeconfig(), kubeconfigText(adminToken));
        run(programs.resolve("kube-controller-manager"), ServerFlags.controllers(adminKubeconfig()));
    }

    Path folder() {
        return folder;
    }

    String url() {
        return "https://127.0.0.1:" + port;
    }

    Path certificate() {
        return folder.resolve("certs/apiserver.crt");
    }

    Path adminKubeconfig() {
        return folder.resolve("kubeconfig");
    }

    ApiServerHttp http(String token) {
        try {
            return new ApiServerHttp(url(), certificate(), token);
        } catch (IOException | GeneralSecurityException e) {
            throw new ControlPlaneException("Cannot read the certificate of the API server: " + e.getMessage(), e);
        }
    }

    String kubeconfigText(String token) {
        try {
            String authority = Base64.getEncoder().encodeToString(Files.readAllBytes(certificate()));
            return """
                    apiVersion: v1
                    kind: Config
                    clusters:
                    - name: test
                      cluster: {server: "%s", certificate-authority-data: %s}
                    users:
                    - name: test
                      user: {token: "%s"}
                    contexts:
                    - name: test
                      context: {cluster: test, user: test}
                    current-context: test
                    """.formatted(url(), authority, token);
        } catch (IOException e) {
            throw new ControlPlaneException("Cannot read the certificate of the API server: " + e.getMessage(), e);
        }
    }

    /** Waits until {@code done}, looking every 50 ms; gives up when a server ends or the time is over. */
    void await(String what, Duration timeout, BooleanSupplier done) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!done.getAsBoolean()) {
            boolean over = System.nanoTime() > end;
            if (over || running.stream().anyMatch(s -> !s.alive())) {
                String logs = running.stream().map(ServerProcess::tail).collect(Collectors.joining("\n"));
                throw new ControlPlaneException(what
                        + (over
                                ? " was not there after " + timeout.toSeconds() + " s\n"
                                : " cannot come: a server ended\n")
                        + logs);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ControlPlaneException("Interrupted while waiting for the control plane", e);
            }
        }
    }

    void restartApiServer() {
        restart(API_SERVER);
    }

    void restartEtcd() {
        restart(ETCD);
    }

    /** Kills a server, as a crash does, and starts it again; its files are what it has left behind. */
    private void restart(int which) {
        synchronized (this) {
            ServerProcess old = running.get(which);
            old.kill();
            running.set(which, old.again());
        }
        await("The API server after a restart", startTimeout, ready);
    }

    synchronized void stop() {
        if (!stopped) {
            Runtime.getRuntime().removeShutdownHook(atExit);
            end();
        }
    }

    private synchronized void end() {
        stopped = true;
        List<ServerProcess> last = new ArrayList<>(running);
        Collections.reverse(last);
        last.forEach(ServerProcess::terminate);
        last.forEach(ServerProcess::awaitEnd);
        deleteFolder();
    }

    private void run(Path program, List<String> flags) {
        running.add(ServerProcess.start(program, folder, flags));
    }

    private boolean ready(String token) {
        try {
            return new ApiServerHttp(url(), certificate(), token).get("/readyz").statusCode() == 200;
        } catch (IOException | GeneralSecurityException e) {
            return false; // Not listening yet, or its certificate is half written; the caller looks again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlPlaneException("Interrupted while waiting for the API server", e);
        }
    }

    private void writeServiceAccountKey() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
        Files.writeString(folder.resolve("sa.key"), pem);
    }

    private static String tokens(Map<String, User> users) {
        return users.entrySet().stream()
                .map(u -> "%s,%s,%s,\"%s\"\n"
                        .formatted(
                                u.getValue().token(),
                                u.getKey(),
                                u.getKey(),
                                String.join(",", u.getValue().groups())))
                .collect(Collectors.joining());
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.err.println("The files of the control plane in " + folder + " could not be deleted: " + e);
        }
    }
}

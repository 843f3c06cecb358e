package dev.eso4j.benchmarks.macro;

import dev.eso4j.testkit.ControlPlane;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An empty cluster of one run, and connections to it. Thread-safe. */
final class BenchCluster implements AutoCloseable {
    private static final String USER = "bench";
    private static final String TOKEN = "bench-token";

    private final ControlPlane servers;
    private final SSLContext tls;

    private BenchCluster(ControlPlane servers, SSLContext tls) {
        this.servers = servers;
        this.tls = tls;
    }

    /** Starts the servers and creates CRDs, namespace and store. */
    static BenchCluster start() {
        ControlPlane servers =
                ControlPlane.builder().user(USER, TOKEN, "system:masters").start();
        try {
            servers.installCrds();
            servers.apply(Load.namespaceAndStore());
            return new BenchCluster(servers, trusting(servers.certificateAuthority()));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            servers.close();
            throw new IllegalStateException("The cluster for a run cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** Opens a connection. */
    KeptConnection connect() throws IOException {
        return new KeptConnection(tls.getSocketFactory(), URI.create(servers.url()), TOKEN);
    }

    /** Returns a file by which the operator finds the cluster. */
    Path kubeconfig() {
        return servers.kubeconfig();
    }

    /** Returns what the API server says about the requests so far. */
    RequestCounts requests() {
        try (KeptConnection connection = connect()) {
            return RequestCounts.parse(connection.send("GET", "/metrics", "", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("the metrics of the API server cannot be read", e);
        }
    }

    /** What is done with one number over a connection. */
    interface Task {
        void run(KeptConnection connection, int number) throws IOException;
    }

    /** Does a task for all numbers from {@code first} to {@code end} (exclusive), over one connection for each thread. */
    void each(int threads, int first, int end, Task task) {
        AtomicInteger next = new AtomicInteger(first);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                all.add(pool.submit(() -> {
                    try (KeptConnection connection = connect()) {
                        for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
                            task.run(connection, i);
                        }
                        return null;
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request of the benchmark failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the benchmark was interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            int i = 0;
            for (var one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("server-" + i++, one);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    @Override
    public void close() {
        servers.close();
    }
}

package dev.eso4j.core.cluster;

import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Where the API server is, and how a connection to it is made: proxy, TLS, whose certificate is believed. */
final class ApiEndpoint {
    private static final int CONNECT_MILLIS = 10_000;

    /**
     * AES-GCM is fast where the JVM has its intrinsics, which the C1 compiler has not. A JVM that was started with C1 alone,
     * as the operator is, spends a third less on TLS with ChaCha20; servers of Go honour the client's order here.
     */
    private static final List<String> CHACHA_FIRST = List.of(
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");

    /** The root of all paths; empty, or a path without a slash at its end. */
    final String root;
    /** Host and port as a URL has them. */
    final String authority;
    /** How messages name it. */
    final String name;

    private final String host;
    private final int port;
    private final @Nullable SSLContext tls;
    private final String serverName;
    private final boolean verify;
    private final @Nullable ApiProxy proxy;

    ApiEndpoint(Config config) {
        URI url = parse(config.getMasterUrl());
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        boolean secure = url.getScheme().equals("https");
        port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        authority = url.getHost() + ":" + port;
        name = url.getScheme() + "://" + authority;
        host = url.getHost().replaceAll("^\\[|]$", "");
        proxy = ApiProxy.of(config);
        String shortPath = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        root = proxy != null && !secure && !proxy.socks() ? name + shortPath : shortPath;
        String wanted = config.getTlsServerName();
        serverName = wanted == null || wanted.isBlank() ? host : wanted;
        verify = !Boolean.TRUE.equals(config.getTrustCerts())
                && !Boolean.TRUE.equals(config.getDisableHostnameVerification());
        tls = secure ? context(config) : null;
    }

    private static URI parse(@Nullable String text) {
        try {
            URI url = URI.create(String.valueOf(text));
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw unusable(text, e);
        }
        throw unusable(text, null);
    }

    private static ClusterException unusable(@Nullable String text, @Nullable Exception cause) {
        return new ClusterException(
                Reason.INVALID,
                "\"" + text + "\" is no address of an API server; write https://host:port",
                null,
                cause);
    }

    private static SSLContext context(Config config) {
        try {
            return SSLUtils.sslContext(SSLUtils.keyManagers(config), SSLUtils.trustManagers(config));
        } catch (GeneralSecurityException | IOException e) {
            throw new ClusterException(
                    Reason.INVALID,
                    "the certificates for " + config.getMasterUrl() + " cannot be used: "
                            + e.getClass().getSimpleName()
                            + ": " + e.getMessage()
                            + "; check certificate-authority, client-certificate and client-key in the kubeconfig",
                    null,
                    e);
        }
    }

    /** Returns a socket that {@link #connect} connects; it may be closed at any time to end whatever is done with it. */
    Socket socket() {
        return proxy == null ? new Socket() : proxy.socket();
    }

    /** Connects the socket; returns the TLS over it, if there is to be any. */
    @Nullable
    SSLSocket connect(Socket raw, int silenceMillis) throws IOException {
        raw.setTcpNoDelay(true);
        raw.setKeepAlive(true);
        raw.setSoTimeout(silenceMillis);
        reach(raw);
        if (tls == null) {
            return null;
        }
        if (proxy != null && !proxy.socks()) {
            proxy.tunnel(raw, authority);
        }
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(raw, serverName, port, true);
        socket.setSSLParameters(demands(socket.getSSLParameters(), socket.getSupportedCipherSuites()));
        socket.startHandshake();
        return socket;
    }

    private SSLParameters demands(SSLParameters parameters, String[] known) {
        if (verify) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        if (System.getProperty("java.vm.info", "").contains("emulated-client")) {
            List<String> supported = Arrays.asList(known);
            parameters.setCipherSuites(
                    CHACHA_FIRST.stream().filter(supported::contains).toArray(String[]::new));
        }
        return parameters;
    }

    /** Makes up the first words of a connection and says them to nobody: what TLS needs is loaded then. */
    void sayHello() {
        if (tls == null) {
            return;
        }
        SSLEngine engine = tls.createSSLEngine(serverName, port);
        engine.setUseClientMode(true);
        engine.setSSLParameters(demands(engine.getSSLParameters(), engine.getSupportedCipherSuites()));
        try {
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (SSLException e) {
            throw new ClusterException(Reason.OTHER, "TLS does not work in this JVM: " + e.getMessage(), null, e);
        }
    }

    private void reach(Socket raw) throws IOException {
        if (proxy != null && proxy.socks()) {
            raw.connect(InetSocketAddress.createUnresolved(host, port), CONNECT_MILLIS);
            return;
        }
        String name = proxy == null ? host : proxy.address().getHostString();
        InetAddress[] addresses = InetAddress.getAllByName(name);
        // A socket that has failed to connect is closed, so only the last address may use this one.
        SocketAddress reachable =
                new InetSocketAddress(addresses.length == 1 ? addresses[0] : firstThatAnswers(addresses), targetPort());
        raw.connect(reachable, CONNECT_MILLIS);
    }

    private int targetPort() {
        return proxy == null ? port : proxy.address().getPort();
    }

    /** A name may have an address of a family that does not work here. */
    private InetAddress firstThatAnswers(InetAddress[] addresses) {
        for (int i = 0; i < addresses.length - 1; i++) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(addresses[i], targetPort()), CONNECT_MILLIS);
                return addresses[i];
            } catch (IOException e) {
                continue; // If the last one does not answer either, its failure is told.
            }
        }
        return addresses[addresses.length - 1];
    }
}

package dev.eso4j.core.cluster;

import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.CipherSuite;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.internal.tls.OkHostnameVerifier;
import org.jspecify.annotations.Nullable;

/** Makes the HTTP client that a {@link KubernetesCluster} uses: fabric8's TLS set-up, one pool, HTTP/1.1. */
final class ApiHttp {
    /**
     * AES-GCM is fast where the JVM has its intrinsics, which the C1 compiler has not. A JVM that was started with C1 alone,
     * as the operator is, spends a third less on TLS with ChaCha20; servers of Go honour the client's order here.
     */
    private static final ConnectionSpec CHACHA_FIRST = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
            .cipherSuites(
                    CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
                    CipherSuite.TLS_AES_128_GCM_SHA256,
                    CipherSuite.TLS_AES_256_GCM_SHA384,
                    CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                    CipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
                    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                    CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                    CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384)
            .build();

    private ApiHttp() {}

    static OkHttpClient client(Config config, Duration timeout, int maxInFlight) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                // HTTP/2 was measured to gain nothing here, and one lost connection would end every watch at once.
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(10, TimeUnit.SECONDS)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                // An answer that trickles never runs into the read timeout. The API server itself gives a request a
                // minute.
                .callTimeout(timeout.multipliedBy(2))
                .connectionPool(new ConnectionPool(Math.min(maxInFlight, 64), 90, TimeUnit.SECONDS))
                .proxy(proxy(config))
                .addNetworkInterceptor(SendingPermission::check);
        if (config.getMasterUrl().startsWith("https:")) {
            secure(builder, config);
        }
        return builder.build();
    }

    private static void secure(OkHttpClient.Builder builder, Config config) {
        if (System.getProperty("java.vm.info", "").contains("emulated-client")) {
            builder.connectionSpecs(List.of(CHACHA_FIRST));
        }
        try {
            TrustManager[] trust = SSLUtils.trustManagers(config);
            SSLSocketFactory factory =
                    SSLUtils.sslContext(SSLUtils.keyManagers(config), trust).getSocketFactory();
            String serverName = config.getTlsServerName();
            if (serverName != null && !serverName.isBlank()) {
                factory = new NamedServerSocketFactory(factory, serverName);
                builder.hostnameVerifier((host, session) -> OkHostnameVerifier.INSTANCE.verify(serverName, session));
            }
            builder.sslSocketFactory(factory, (X509TrustManager) trust[0]);
            if (Boolean.TRUE.equals(config.getTrustCerts())
                    || Boolean.TRUE.equals(config.getDisableHostnameVerification())) {
                builder.hostnameVerifier((host, session) -> true);
            }
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

    private static Proxy proxy(Config config) {
        URI server = URI.create(config.getMasterUrl());
        String proxy = "https".equals(server.getScheme()) ? config.getHttpsProxy() : config.getHttpProxy();
        if (proxy == null || proxy.isBlank() || excluded(server.getHost(), config.getNoProxy())) {
            return Proxy.NO_PROXY;
        }
        URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
        Proxy.Type type = String.valueOf(address.getScheme()).startsWith("socks") ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
        int port = address.getPort() > 0 ? address.getPort() : type == Proxy.Type.SOCKS ? 1080 : 3128;
        return new Proxy(type, InetSocketAddress.createUnresolved(address.getHost(), port));
    }

    private static boolean excluded(@Nullable String host, String @Nullable [] patterns) {
        if (patterns == null || host == null) {
            return false;
        }
        for (String pattern : patterns) {
            String suffix = pattern.strip().replaceFirst("^\\*?\\.?", "");
            if (pattern.strip().equals("*")
                    || (!suffix.isEmpty() && (host.equals(suffix) || host.endsWith("." + suffix)))) {
                return true;
            }
        }
        return false;
    }
}

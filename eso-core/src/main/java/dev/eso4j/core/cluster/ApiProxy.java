package dev.eso4j.core.cluster;

import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * The proxy between here and the API server.
 *
 * @param address where it is
 * @param socks whether it speaks SOCKS and not HTTP
 * @param credentials what it wants in {@code Proxy-Authorization}, if anything
 */
record ApiProxy(
        InetSocketAddress address, boolean socks, @Nullable String credentials) {
    /** Returns the proxy that a configuration names for its server, or {@code null}. */
    static @Nullable ApiProxy of(Config config) {
        URI server = URI.create(config.getMasterUrl());
        String proxy = "https".equals(server.getScheme()) ? config.getHttpsProxy() : config.getHttpProxy();
        if (proxy == null || proxy.isBlank() || excluded(server.getHost(), config.getNoProxy())) {
            return null;
        }
        URI address = parse(proxy);
        boolean socks = String.valueOf(address.getScheme()).startsWith("socks");
        int port = address.getPort() > 0 ? address.getPort() : socks ? 1080 : 3128;
        String user = address.getUserInfo();
        return new ApiProxy(
                InetSocketAddress.createUnresolved(address.getHost(), port),
                socks,
                user == null
                        ? null
                        : "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    private static URI parse(String proxy) {
        try {
            URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Its text may have a password, so neither it nor what quotes it is told on.
            throw unusable();
        }
        throw unusable();
    }

    private static ClusterException unusable() {
        return new ClusterException(
                Reason.INVALID, "the address of the proxy for the API server cannot be read; write http://host:port");
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

    /** Returns a socket that is not connected yet; one for SOCKS is connected through the proxy like any other. */
    Socket socket() {
        return socks
                ? new Socket(
                        new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(address.getHostString(), address.getPort())))
                : new Socket();
    }

    /** Asks an HTTP proxy, to which {@code socket} is connected, for a tunnel. */
    void tunnel(Socket socket, String authority) throws IOException {
        DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
        connection.bind(socket);
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("CONNECT", authority);
        request.setPath(authority);
        request.addHeader("Host", authority);
        if (credentials != null) {
            request.addHeader("Proxy-Authorization", credentials);
        }
        try {
            connection.sendRequestHeader(request);
            connection.flush();
            ClassicHttpResponse response = connection.receiveResponseHeader();
            if (response.getCode() / 100 != 2) {
                throw new IOException("the proxy " + address.getHostString() + ":" + address.getPort()
                        + " refuses a tunnel: " + response.getCode() + " " + response.getReasonPhrase());
            }
        } catch (HttpException e) {
            throw new IOException("the proxy " + address.getHostString() + " does not answer by HTTP", e);
        }
    }

    /** Names the place, without the credentials. */
    @Override
    public String toString() {
        return address.getHostString() + ":" + address.getPort();
    }
}

package dev.eso4j.provider.kit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Finds out whether somebody listens at an address and, where it is https, has a certificate that is trusted. */
final class Reach {
    private Reach() {}

    /** Returns whether the address is reached through a proxy, which answers in its place. */
    static boolean proxied(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector != null && selector.select(uri).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    /** Connects and hangs up without a request. A channel's socket, because an interrupt ends what waits on it. */
    static void connect(URI uri, SSLContext tls, Duration timeout) throws IOException {
        boolean https = "https".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : https ? 443 : 80;
        int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toMillis()));
        try (SocketChannel channel = SocketChannel.open();
                Socket socket = channel.socket()) {
            socket.connect(new InetSocketAddress(bare(uri.getHost()), port), millis);
            if (https) {
                socket.setSoTimeout(millis);
                greet(socket, bare(uri.getHost()), port, tls);
            }
        } catch (SocketTimeoutException e) {
            HttpTimeoutException timedOut = new HttpTimeoutException("no connection");
            timedOut.initCause(e);
            throw timedOut;
        }
    }

    private static void greet(Socket socket, String host, int port, SSLContext tls) throws IOException {
        try (SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, host, port, true)) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}

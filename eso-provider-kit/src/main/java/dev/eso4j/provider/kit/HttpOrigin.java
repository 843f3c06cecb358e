package dev.eso4j.provider.kit;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes to; connections to one place carry requests to no other.
 *
 * @param secure whether TLS is spoken there
 * @param host a name, or an address without brackets
 */
record HttpOrigin(boolean secure, String host, int port) {
    // By hand: each call asks, and what the compiler makes is linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HttpOrigin o && port == o.port && secure == o.secure && host.equals(o.host);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    /** Returns the place of an address that has a host. */
    static HttpOrigin of(URI uri) {
        boolean secure = "https".equals(uri.getScheme());
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return new HttpOrigin(
                secure,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80);
    }

    /** Returns host and port as an address has them. */
    String authority() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    /** Returns what the header {@code Host} says: the port only where it is not the usual one. */
    String hostHeader() {
        String authority = authority();
        return port == (secure ? 443 : 80) ? authority.substring(0, authority.lastIndexOf(':')) : authority;
    }

    /** Returns the HTTP proxy that the JVM was told to use for it, or {@code null}. */
    static @Nullable InetSocketAddress proxy(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        if (selector == null) {
            return null;
        }
        Proxy first = selector.select(uri).stream().findFirst().orElse(Proxy.NO_PROXY);
        return first.type() == Proxy.Type.HTTP && first.address() instanceof InetSocketAddress address ? address : null;
    }
}

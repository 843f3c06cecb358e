package dev.eso4j.provider.kit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Where a connection is made to: the backend, or the proxy before it. A class and no record, for the array in it.
 */
final class HttpRoute {
    private final InetAddress[] addresses;
    private final int port;
    private final boolean proxied;

    private HttpRoute(InetAddress[] addresses, int port, boolean proxied) {
        this.addresses = addresses;
        this.port = port;
        this.proxied = proxied;
    }

    /**
     * Returns the way to a backend.
     *
     * @throws dev.eso4j.api.spi.SecretsException if it may not be reached, or nobody knows where it is
     */
    static HttpRoute to(HttpCall call, HttpOrigin origin, boolean linkLocalAllowed) {
        InetSocketAddress proxy = HttpOrigin.proxy(call.uri());
        if (proxy == null) {
            return new HttpRoute(AddressRules.addresses(call, linkLocalAllowed), origin.port(), false);
        }
        if (!linkLocalAllowed) {
            AddressRules.check(call.uri(), call.place());
        }
        return new HttpRoute(resolve(call, proxy), proxy.getPort(), true);
    }

    private static InetAddress[] resolve(HttpCall call, InetSocketAddress proxy) {
        try {
            return InetAddress.getAllByName(proxy.getHostString());
        } catch (UnknownHostException e) {
            throw HttpFailures.of(call, (IOException) e);
        }
    }

    InetAddress[] addresses() {
        return addresses;
    }

    int port() {
        return port;
    }

    boolean proxied() {
        return proxied;
    }
}

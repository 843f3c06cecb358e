package dev.eso4j.provider.kit;

import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Reads where an answer redirects to. Another host is never followed: it would be shown what the first was sent. */
final class Redirects {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    static boolean isRedirect(HttpReply reply) {
        return STATUSES.contains(reply.status()) && reply.header("Location").isPresent();
    }

    /** Returns the request that follows. As browsers do it, what was a POST becomes a GET unless the status forbids it. */
    static HttpCall next(HttpCall call, HttpReply reply) {
        URI target;
        try {
            target = call.uri().resolve(reply.header("Location").orElse(""));
        } catch (IllegalArgumentException e) {
            // Not chained: the message quotes the address.
            throw new MalformedException(
                    call.operation() + ": " + call.place() + " redirects to something that is not an address",
                    "check the address of the backend");
        }
        if (!sameHost(call.uri(), target)) {
            throw new InvalidRequestException(
                    call.operation() + ": " + call.place()
                            + " redirects to another host or port, which is not followed",
                    "give the address to which it redirects, if it is to be trusted with the credentials");
        }
        boolean keeps = reply.status() >= 307 || Set.of("GET", "HEAD").contains(call.method());
        return call.redirected(keeps ? call.method() : "GET", target);
    }

    private static boolean sameHost(URI from, URI to) {
        String host = to.getHost();
        return host != null
                && host.equalsIgnoreCase(from.getHost())
                && (port(from) == port(to) || (port(from) == 80 && port(to) == 443))
                && (https(to) || !https(from));
    }

    private static boolean https(URI uri) {
        return "https".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : https(uri) ? 443 : 80;
    }
}

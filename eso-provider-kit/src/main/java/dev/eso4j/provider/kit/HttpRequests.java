package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Writes a call as the request that goes to the wire. */
final class HttpRequests {
    private static final String AGENT = "User-Agent";
    /** What says where one request ends and the next begins is not for callers to say. */
    private static final Set<String> OURS =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding", "trailer");

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final String NO_TOKEN = "()<>@,;:\\\"/[]?={}";

    private HttpRequests() {}

    /**
     * Returns the request.
     *
     * @param direct whether it goes to the backend itself; a proxy is told the whole address
     * @throws InvalidRequestException if the call cannot be made; the message quotes neither address nor headers
     */
    static ClassicHttpRequest of(HttpCall call, HttpOrigin origin, boolean direct) {
        String target = target(call.uri());
        ClassicHttpRequest request = new BasicClassicHttpRequest(
                call.method(), null, null, direct ? target : "http://" + origin.authority() + target);
        request.addHeader("Host", origin.hostHeader());
        if (call.headers().keySet().stream().noneMatch(AGENT::equalsIgnoreCase)) {
            request.addHeader(AGENT, "eso4j");
        }
        call.headers().forEach(request::addHeader);
        SecretValue body = call.bodyOrNull();
        if (body != null) {
            request.addHeader("Content-Length", body.size());
            request.setEntity(new ByteArrayEntity(body.bytes(), null));
        } else if (WITH_BODY.contains(call.method())) {
            request.addHeader("Content-Length", 0);
        }
        return request;
    }

    /** Checks what could make two requests out of one. */
    static void check(HttpCall call) {
        URI uri = call.uri();
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            throw new InvalidRequestException(
                    call.operation() + ": the address is neither https nor http", "give it as https://host/path");
        }
        if (uri.getHost() == null || uri.getPort() > 0xffff) {
            throw new InvalidRequestException(
                    call.operation() + ": the address has no host, or a port that cannot be",
                    "give the address as https://host/path");
        }
        if (!token(call.method()) || call.method().equals("CONNECT")) {
            throw new InvalidRequestException(
                    call.operation() + ": the method is none of HTTP's for reading and writing",
                    "use GET, POST, PUT, PATCH or DELETE");
        }
        for (Map.Entry<String, String> header : call.headers().entrySet()) {
            if (!token(header.getKey()) || OURS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                throw new InvalidRequestException(
                        call.operation() + ": a header has a name that cannot be set", "remove or rename the header");
            }
        }
    }

    private static boolean token(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || NO_TOKEN.indexOf(c) >= 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String target(URI uri) {
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        String target = (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
        return target.chars().allMatch(c -> c < 0x80) ? target : target(URI.create(uri.toASCIIString()));
    }
}

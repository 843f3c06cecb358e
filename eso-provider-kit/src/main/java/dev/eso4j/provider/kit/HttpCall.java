package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a backend.
 *
 * <p>Immutable. {@link #toString} shows the operation only: headers and body carry credentials and values.
 */
public final class HttpCall {
    private final String name;
    private final String operation;
    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final @Nullable SecretValue body;
    private final String place;

    private HttpCall(
            String name,
            String operation,
            String method,
            URI uri,
            Map<String, String> headers,
            @Nullable SecretValue body,
            String place) {
        this.name = name;
        this.operation = operation;
        this.method = method;
        this.uri = uri;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
        this.place = place;
    }

    /**
     * Returns a request without headers and body.
     *
     * @param name the name of the operation, one of few, for example {@code GetSecret}
     * @param subject what it is done to, for messages; may be empty
     */
    public static HttpCall of(String name, String subject, String method, URI uri) {
        String operation = subject.isEmpty() ? name : name + " " + subject;
        return new HttpCall(name, operation, method, uri, Map.of(), null, hostOf(uri));
    }

    /**
     * Returns the request with one more header.
     *
     * @throws InvalidRequestException if the value has line breaks or other characters that headers cannot have
     */
    public HttpCall header(String header, String value) {
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c >= 0x7f)) {
            throw new InvalidRequestException(
                    operation + ": the value of header " + header + " has characters that a header cannot have",
                    "check the credential for line breaks and characters beyond ASCII");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpCall(name, operation, method, uri, more, body, place);
    }

    /** Returns the request with a bearer token. */
    public HttpCall bearer(SecretValue token) {
        return header("Authorization", "Bearer " + token.utf8());
    }

    /** Returns the request with a body. */
    public HttpCall body(String contentType, SecretValue content) {
        return header("Content-Type", contentType).body(content);
    }

    /** Returns the request with a body whose type is not stated. */
    public HttpCall body(SecretValue content) {
        return new HttpCall(name, operation, method, uri, headers, content, place);
    }

    /**
     * Returns the request with other words by which messages call the backend, for addresses that are secret. By default
     * they are its host and port.
     */
    public HttpCall place(String words) {
        return new HttpCall(name, operation, method, uri, headers, body, words);
    }

    /** Returns the request to another address, and, if it is one that only reads, without a body. */
    HttpCall redirected(String newMethod, URI newUri) {
        boolean reading = !newMethod.equals(method);
        return new HttpCall(name, operation, newMethod, newUri, headers, reading ? null : body, place);
    }

    private static String hostOf(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + port;
    }

    /** Returns the name of the operation, for metrics. */
    public String name() {
        return name;
    }

    /** Returns what the request does and to what, for messages. */
    public String operation() {
        return operation;
    }

    /** Returns the method, for example {@code GET}. */
    public String method() {
        return method;
    }

    /** Returns the address. */
    public URI uri() {
        return uri;
    }

    /** Returns how messages call the backend. */
    String place() {
        return place;
    }

    boolean placeShown() {
        return place.equals(hostOf(uri));
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    SecretValue bodyOrNull() {
        return body;
    }

    @Override
    public String toString() {
        return "HttpCall[" + operation + "]";
    }
}

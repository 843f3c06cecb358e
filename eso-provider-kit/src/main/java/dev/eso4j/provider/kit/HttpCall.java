package dev.eso4j.provider.kit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.InvalidRequestException;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
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

    private HttpCall(
            String name,
            String operation,
            String method,
            URI uri,
            Map<String, String> headers,
            @Nullable SecretValue body) {
        this.name = name;
        this.operation = operation;
        this.method = method;
        this.uri = uri;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
    }

    /**
     * Returns a request without headers and body.
     *
     * @param name the name of the operation, one of few, for example {@code GetSecret}
     * @param subject what it is done to, for messages; may be empty
     */
    public static HttpCall of(String name, String subject, String method, URI uri) {
        String operation = subject.isEmpty() ? name : name + " " + subject;
        return new HttpCall(name, operation, method, uri, Map.of(), null);
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
        return new HttpCall(name, operation, method, uri, more, body);
    }

    /** Returns the request with a bearer token. */
    public HttpCall bearer(SecretValue token) {
        return header("Authorization", "Bearer " + token.utf8());
    }

    /** Returns the request with a body. */
    public HttpCall body(String contentType, SecretValue content) {
        HttpCall typed = header("Content-Type", contentType);
        return new HttpCall(name, operation, method, uri, typed.headers, content);
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

package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.SecretValue;
import dev.eso4j.provider.kit.HttpCall;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes requests from the templates of a manifest and the Secrets that it names. Thread-safe. */
final class RequestTemplates {
    /** The name under which metrics count the requests. */
    static final String CALL = "HTTPRequest";

    /** What the connection decides, whatever a manifest says. */
    private static final Set<String> NOT_SENT =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding", "trailer");

    private final LastPath paths = new LastPath();
    private final WebhookSettings settings;
    private final Map<String, Map<String, byte[]>> secrets;

    RequestTemplates(WebhookSettings settings, Map<String, Map<String, byte[]>> secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    LastPath paths() {
        return paths;
    }

    WebhookSettings settings() {
        return settings;
    }

    /** Returns a request for reading. */
    HttpCall read(String subject, RemoteRef reference) {
        String method = settings.method() == null ? "GET" : settings.method();
        return withBody(request(subject, method, reference), subject, reference, null);
    }

    /** Returns a request that writes {@code value}, which is the body unless the manifest has one. */
    HttpCall push(String subject, RemoteRef reference, SecretValue value) {
        String method = settings.method() == null ? "POST" : settings.method();
        return withBody(request(subject, method, reference), subject, reference, value);
    }

    HttpCall delete(String subject, RemoteRef reference) {
        return request(subject, "DELETE", reference);
    }

    /** Returns the path into the answer. */
    String path(String subject, RemoteRef reference) {
        return settings.pathIsTemplate()
                ? Rendering.text(
                        CALL + " " + subject,
                        settings.field() + ".result.jsonPath",
                        settings.jsonPath(),
                        reference.data(secrets, false))
                : settings.jsonPath();
    }

    private HttpCall request(String subject, String method, RemoteRef reference) {
        String operation = subject.isEmpty() ? CALL : CALL + " " + subject;
        String field = settings.field() + ".url";
        String text = Rendering.text(operation, field, settings.url(), reference.data(secrets, true));
        URI uri = AddressText.uri(operation, field, text);
        HttpCall call = HttpCall.of(CALL, subject, method, uri);
        if (TemplateReading.hostIsTemplate(settings.url())) {
            call = call.place("the host that url renders to");
        }
        String user = AddressText.userInfo(text);
        if (user != null) {
            byte[] plain = URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .getBytes(StandardCharsets.UTF_8);
            call = call.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(plain));
        }
        for (Map.Entry<String, String> header : settings.headers().entrySet()) {
            if (!NOT_SENT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                String value = Rendering.text(
                        operation,
                        settings.field() + ".headers." + header.getKey(),
                        header.getValue(),
                        reference.data(secrets, false));
                call = call.header(canonical(header.getKey()), value.strip());
            }
        }
        return call;
    }

    private HttpCall withBody(HttpCall call, String subject, RemoteRef reference, @Nullable SecretValue otherwise) {
        if (settings.body().isEmpty()) {
            return otherwise == null ? call : call.body(otherwise);
        }
        SecretValue body = Rendering.bytes(
                CALL + " " + subject, settings.field() + ".body", settings.body(), reference.data(secrets, false));
        return body.isEmpty() && otherwise == null ? call : call.body(body);
    }

    private static String canonical(String header) {
        StringBuilder out = new StringBuilder(header.length());
        boolean start = true;
        for (char c : header.toCharArray()) {
            out.append(start ? Character.toUpperCase(c) : Character.toLowerCase(c));
            start = c == '-';
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return "RequestTemplates[" + secrets.keySet() + "]";
    }
}

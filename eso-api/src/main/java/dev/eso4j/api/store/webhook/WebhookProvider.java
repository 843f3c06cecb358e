package dev.eso4j.api.store.webhook;

import dev.eso4j.api.ModelFields;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of any service with an HTTP interface; requests are written as templates.
 *
 * @param method The HTTP method; {@code GET} for reading and {@code POST} for pushing unless given.
 * @param url The address, as a template: {@code https://vault.example.com/{{ .remoteRef.key }}}. What stands in {@code
 *     remoteRef} is escaped here; values of {@code secrets} are not.
 * @param headers Headers of the request. The values are templates, such as {@code Bearer {{ .auth.token }}} with a
 *     secret named {@code auth}.
 * @param auth A protocol of authentication that takes more than a header.
 * @param body The body of the request, as a template; none when absent or empty.
 * @param timeout How long one request may take in all, such as {@code 10s}. When absent or 0, only the operator's limit
 *     for calls of a backend counts, {@code --backend-timeout}.
 * @param result What of the answer is the secret; the whole body when absent.
 * @param secrets Secrets whose keys templates may use. Each has to carry the label {@code external-secrets.io/type:
 *     webhook}, by which its owner agrees that its content may be sent out.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Wins over {@code
 *     caProvider}; the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds the certificates of the authorities to trust, in place of {@code
 *     caBundle}.
 */
@ModelFields
public record WebhookProvider(
        @Nullable String method,
        String url,
        Map<String, String> headers,
        @Nullable AuthorizationProtocol auth,
        @Nullable String body,

        @Length(max = 128)
        @Rule(
                check = Forms.IS_DURATION,
                message = "timeout is a duration such as 10s or 1m30s; days are written in hours, 24h")
        @Nullable
        String timeout,

        @Nullable WebhookResult result,
        List<WebhookSecret> secrets,
        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public WebhookProvider {
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
    }

    /** Names method and headers; address, values and body may hold credentials and are not shown. */
    @Override
    public String toString() {
        return "WebhookProvider[method=" + method + ", headers=" + headers.keySet() + "]";
    }
}

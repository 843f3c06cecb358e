package dev.eso4j.api.generator.webhook;

import dev.eso4j.api.ModelFields;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Rule;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import dev.eso4j.api.store.webhook.AuthorizationProtocol;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which HTTP request makes the values.
 *
 * @param method The method of the request; {@code GET} when absent. It is taken as it is, not as a template.
 * @param url The address: a template, such as <code>https://issuer.example.com/token?for={{ .auth.user }}</code>, in
 *     which the Secrets of {@code secrets} are objects by their {@code name}.
 * @param headers Headers of the request. Values are templates as in {@code url}, names are taken as they are.
 * @param auth How to authenticate where a header is not enough.
 * @param body What the request sends: a template as in {@code url}. Nothing when absent.
 * @param timeout How long the answer may take: a duration such as {@code 10s}.
 * @param result Which part of the answer becomes keys.
 * @param secrets Secrets for the templates. Each has to carry the label {@code external-secrets.io/type: webhook}, by
 *     which its owner agrees that it may be sent.
 * @param caBundle The certificates of the authorities to trust, in PEM, encoded in Base64. Wins over {@code
 *     caProvider}; the authorities of the system are trusted when both are absent.
 * @param caProvider The Secret or ConfigMap that holds these certificates; its {@code key} has to be given.
 */
@ModelFields
public record WebhookSpec(
        @Nullable String method,
        String url,
        Map<String, String> headers,
        @Nullable AuthorizationProtocol auth,
        @Nullable String body,

        @Length(max = 128) @Rule(check = Forms.IS_DURATION, message = Forms.NOT_DURATION) @Nullable
        String timeout,

        WebhookResult result,
        List<WebhookSecret> secrets,
        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public WebhookSpec {
        headers = headers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
    }

    /** Names method and headers; address, values and body may hold credentials and are not shown. */
    @Override
    public String toString() {
        return "WebhookSpec[method=" + method + ", headers=" + headers.keySet() + "]";
    }
}

package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.GoDuration;
import dev.eso4j.api.generator.webhook.WebhookSpec;
import dev.eso4j.api.meta.CABundle;
import dev.eso4j.api.meta.CAProvider;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.store.webhook.AuthorizationProtocol;
import dev.eso4j.api.store.webhook.NTLMProtocol;
import dev.eso4j.api.store.webhook.WebhookProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a store and a generator say in the same way.
 *
 * @param field where it stands in the manifest, for messages
 * @param method the method; {@code null} leaves it to the operation
 * @param jsonPath the path into the answer; empty for the whole
 * @param pathIsTemplate whether {@code jsonPath} is a template
 * @param auth how to authenticate where a header is not enough
 */
record WebhookSettings(
        String field,
        @Nullable String method,
        String url,
        Map<String, String> headers,
        String body,
        @Nullable String timeout,
        String jsonPath,
        boolean pathIsTemplate,
        List<NamedSecret> secrets,
        @Nullable AuthorizationProtocol auth,
        @Nullable CABundle caBundle,
        @Nullable CAProvider caProvider) {
    /** Where the manifest has no limit. The engine's own is shorter; this is for those who call without it. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** A Secret under the name that templates call it by. */
    record NamedSecret(@Nullable String name, @Nullable SecretKeySelector reference) {}

    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    static WebhookSettings of(WebhookProvider spec) {
        return new WebhookSettings(
                "spec.provider.webhook",
                blankToNull(spec.method()),
                text(spec.url()),
                spec.headers(),
                text(spec.body()),
                spec.timeout(),
                text(spec.result() == null ? null : spec.result().jsonPath()),
                true,
                spec.secrets().stream()
                        .map(each -> new NamedSecret(each.name(), each.secretRef()))
                        .toList(),
                spec.auth(),
                spec.caBundle(),
                spec.caProvider());
    }

    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    static WebhookSettings of(WebhookSpec spec) {
        return new WebhookSettings(
                "spec",
                blankToNull(spec.method()),
                text(spec.url()),
                spec.headers(),
                text(spec.body()),
                spec.timeout(),
                text(spec.result() == null ? null : spec.result().jsonPath()),
                false,
                spec.secrets().stream()
                        .map(each -> new NamedSecret(
                                each.name(),
                                each.secretRef() == null
                                        ? null
                                        : new SecretKeySelector(each.secretRef().name(), null, null)))
                        .toList(),
                spec.auth(),
                spec.caBundle(),
                spec.caProvider());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @Nullable
    NTLMProtocol ntlm() {
        return auth == null ? null : auth.ntlm();
    }

    /**
     * Returns how long a request may take.
     *
     * @throws IllegalArgumentException if the manifest does not say it in a way that can be understood
     */
    Duration limit() {
        Duration given =
                timeout == null || timeout.isEmpty() ? Duration.ZERO : GoDuration.parse(field + ".timeout", timeout);
        if (given.isNegative()) {
            throw new IllegalArgumentException(field + ".timeout is negative");
        }
        return given.isZero() ? LONGEST : given;
    }

    /** Returns whether requests may be different for each {@code name} of {@code remoteRef}. */
    boolean requestDependsOn(String name) {
        return TemplateReading.mayUse(url, name)
                || TemplateReading.mayUse(body, name)
                || headers.values().stream().anyMatch(each -> TemplateReading.mayUse(each, name));
    }

    @Override
    public String toString() {
        return "WebhookSettings[" + field + ", " + headers.keySet() + "]";
    }
}

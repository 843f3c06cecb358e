package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.store.webhook.NTLMProtocol;
import dev.eso4j.provider.builtin.webhook.WebhookSettings.NamedSecret;
import dev.eso4j.provider.builtin.webhook.path.AnswerPath;
import dev.eso4j.provider.builtin.webhook.path.PathException;
import dev.eso4j.provider.kit.ReferenceChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a manifest without any network. Not thread-safe. */
final class WebhookChecks {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final StoreIdentity store;
    private final WebhookSettings settings;
    private final List<String> problems = new ArrayList<>();

    private WebhookChecks(StoreIdentity store, WebhookSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    static List<String> problems(StoreIdentity store, WebhookSettings settings) {
        WebhookChecks checks = new WebhookChecks(store, settings);
        checks.request();
        checks.answer();
        for (int i = 0; i < settings.secrets().size(); i++) {
            checks.secret(
                    settings.field() + ".secrets[" + i + "]", settings.secrets().get(i));
        }
        checks.authentication();
        checks.problems.addAll(
                ReferenceChecks.authority(store, settings.field() + ".caProvider", settings.caProvider()));
        return List.copyOf(checks.problems);
    }

    private void request() {
        String field = settings.field();
        if (settings.url().isBlank()) {
            problems.add(field + ".url is missing; give the address of the service.");
        } else if (template(field + ".url", settings.url()) && !TemplateReading.hostIsTemplate(settings.url())) {
            address(field + ".url");
        }
        String method = settings.method();
        if (method != null && (!TOKEN.matcher(method).matches() || method.equals("CONNECT"))) {
            problems.add(field + ".method is not a method of HTTP; use GET or POST, for example.");
        }
        settings.headers().forEach((name, value) -> {
            if (!TOKEN.matcher(name).matches()) {
                problems.add(field + ".headers has a name that is not one of a header; correct it.");
            }
            template(field + ".headers." + name, value);
        });
        template(field + ".body", settings.body());
        try {
            settings.limit();
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage() + "; give a duration such as 10s.");
        }
    }

    private void address(String field) {
        String url = settings.url().strip();
        try {
            AddressText.uri("check", field, url.substring(0, Math.min(url.length(), TemplateReading.hostEnd(url))));
        } catch (InvalidRequestException e) {
            problems.add(field + " is not an address of http or https; give it as https://host/path.");
        }
    }

    private void answer() {
        String field = settings.field() + ".result.jsonPath";
        boolean literal = !settings.pathIsTemplate() || !settings.jsonPath().contains("{{");
        if (!literal) {
            template(field, settings.jsonPath());
        } else if (!settings.jsonPath().isEmpty()) {
            try {
                AnswerPath.parse(settings.jsonPath());
            } catch (PathException e) {
                problems.add(field + " is not a JSON path: " + e.getMessage()
                        + "; write it as $.data.password, for example.");
            }
        }
    }

    private boolean template(String field, String text) {
        if (!text.contains("{{")) {
            return true;
        }
        return Rendering.problem(text)
                .map(problem -> !problems.add(field + " " + problem + "; correct the template."))
                .orElse(true);
    }

    private void secret(String field, NamedSecret secret) {
        if (secret.name() == null || secret.name().isEmpty()) {
            problems.add(field + ".name is missing; name the Secret for the templates.");
        } else if (secret.name().equals(RemoteRef.NAME)) {
            problems.add(
                    field + ".name is remoteRef, which stands for the secret that is asked for; use another name.");
        }
        SecretKeySelector reference = secret.reference();
        if (reference == null || reference.name() == null || reference.name().isBlank()) {
            problems.add(field + ".secretRef.name is missing; name the Secret.");
        }
        problems.addAll(ReferenceChecks.strict(store, field + ".secretRef", reference));
    }

    private void authentication() {
        if (settings.auth() == null) {
            return;
        }
        NTLMProtocol ntlm = settings.ntlm();
        String field = settings.field() + ".auth.ntlm";
        if (ntlm == null) {
            problems.add(field + " is missing; add it, or remove auth.");
            return;
        }
        credential(field + ".usernameSecret", ntlm.usernameSecret());
        credential(field + ".passwordSecret", ntlm.passwordSecret());
    }

    private void credential(String field, @Nullable SecretKeySelector reference) {
        if (reference == null) {
            problems.add(field + " is missing; name a Secret and a key.");
        }
        problems.addAll(ReferenceChecks.complete(field, reference));
        problems.addAll(ReferenceChecks.strict(store, field, reference));
    }
}

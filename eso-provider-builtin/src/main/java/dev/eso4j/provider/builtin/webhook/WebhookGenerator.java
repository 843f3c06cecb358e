package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.ModelJson;
import dev.eso4j.api.generator.webhook.WebhookSpec;
import dev.eso4j.api.spi.Generated;
import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.spi.GeneratorContext;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.provider.kit.HttpCall;
import java.util.List;

/**
 * Asks a service with an HTTP interface for values; the members of the JSON object in its answer become keys.
 *
 * <p>Only Secrets that carry the label {@code external-secrets.io/type: webhook} are sent. Thread-safe.
 */
public final class WebhookGenerator implements Generator {
    /** Creates the generator. */
    public WebhookGenerator() {}

    @Override
    public String kind() {
        return "Webhook";
    }

    @Override
    public Generated generate(GeneratorContext context) {
        WebhookSettings settings = settings(context);
        try (WebhookConnection connection =
                WebhookConnection.open(settings, context.credentials(), context.clock(), (call, status, time) -> {})) {
            RequestTemplates templates =
                    new RequestTemplates(settings, WebhookConnection.secrets(settings, context.credentials()));
            HttpCall call = templates.read("of the generator", RemoteRef.none());
            WebhookAnswer answer = new WebhookAnswer(templates.paths(), call.operation(), connection.call(call));
            return new Generated(
                    answer.entries(settings.jsonPath(), "spec.result.jsonPath \"" + settings.jsonPath() + "\""), null);
        }
    }

    private static WebhookSettings settings(GeneratorContext context) {
        WebhookSettings settings;
        try {
            settings = WebhookSettings.of(ModelJson.fromTree("spec", context.spec(), WebhookSpec.class));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(String.valueOf(e.getMessage()), "correct the Webhook generator");
        }
        StoreIdentity nobody =
                new StoreIdentity("Webhook", context.namespace(), "generator", "", 0, context.namespace());
        List<String> problems = WebhookChecks.problems(nobody, settings);
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(String.join(" ", problems), "correct the Webhook generator");
        }
        return settings;
    }
}

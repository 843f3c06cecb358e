package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.spi.Capability;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.StoreSpec;
import dev.eso4j.api.store.webhook.WebhookProvider;
import dev.eso4j.provider.kit.HttpCallListener;
import java.util.List;
import java.util.Set;

/**
 * Serves stores whose secrets any service with an HTTP interface has; their manifests write the requests as templates.
 *
 * <p>Only Secrets that carry the label {@code external-secrets.io/type: webhook} are sent. Thread-safe.
 */
public final class WebhookStoreProvider implements SecretStoreProvider {
    static final String NAME = "webhook";

    private final HttpCallListener calls;

    /** Creates the provider. */
    public WebhookStoreProvider() {
        this((call, status, time) -> {});
    }

    /** Creates the provider with somebody who is told about every request that it makes. */
    public WebhookStoreProvider(HttpCallListener calls) {
        this.calls = calls;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.READ, Capability.WRITE);
    }

    @Override
    public List<String> validate(StoreSpec store) {
        try {
            return WebhookChecks.problems(store.identity(), settings(store));
        } catch (IllegalArgumentException e) {
            return List.of(e.getMessage() + "; correct the field.");
        }
    }

    private static WebhookSettings settings(StoreSpec store) {
        return WebhookSettings.of(store.config(NAME, WebhookProvider.class));
    }

    /** References always say their namespace; only what templates make of the consumer's can differ. */
    @Override
    public boolean referent(StoreSpec store) {
        if (!store.identity().clusterScoped()) {
            return false;
        }
        WebhookSettings settings = settings(store);
        return settings.requestDependsOn("namespace") || TemplateReading.mayUse(settings.jsonPath(), "namespace");
    }

    @Override
    public SecretsClient connect(StoreContext context) {
        WebhookSettings settings = settings(context.store());
        RequestTemplates templates =
                new RequestTemplates(settings, WebhookConnection.secrets(settings, context.credentials()));
        return new WebhookClient(
                context.store().identity(),
                templates,
                WebhookConnection.open(settings, context.credentials(), context.clock(), calls));
    }
}

package dev.eso4j.provider.builtin.webhook;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.provider.kit.HttpCall;
import dev.eso4j.provider.kit.HttpReply;
import dev.eso4j.provider.kit.JsonSecret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads, pushes and deletes by the requests of one store. Thread-safe. */
final class WebhookClient implements SecretsClient {
    private final StoreIdentity store;
    private final String namespace;
    private final RequestTemplates templates;
    private final WebhookConnection connection;
    private final boolean anyProperty;

    WebhookClient(StoreIdentity store, RequestTemplates templates, WebhookConnection connection) {
        this.store = store;
        this.namespace = store.namespace() == null ? store.consumerNamespace() : store.namespace();
        this.templates = templates;
        this.connection = connection;
        this.anyProperty = !templates.settings().requestDependsOn("property");
    }

    @Override
    public RemoteKey keyFor(RemoteKey key, @Nullable String property) {
        return anyProperty || property == null ? key : key.withProperty(property);
    }

    @Override
    public RemoteObject read(RemoteKey key) {
        RemoteRef reference = RemoteRef.reading(key.key(), key.version(), key.property(), namespace);
        HttpCall call = templates.read(key.display(), reference);
        HttpReply reply = connection.call(call);
        return new WebhookObject(
                templates, namespace, key, anyProperty, new WebhookAnswer(templates.paths(), call.operation(), reply));
    }

    @Override
    public Map<String, RemoteObject> find(FindRequest query) {
        throw new InvalidRequestException(
                "find: a webhook store cannot search, for it has no request that lists",
                "name the keys in data or in dataFrom.extract");
    }

    @Override
    public void push(PushRequest request) {
        if (request.key().isEmpty()) {
            throw new InvalidRequestException("push: remoteRef.remoteKey is empty", "name the remote object");
        }
        SecretValue value = value(request);
        RemoteRef reference =
                RemoteRef.pushing(request.key(), request.property(), request.secretKey(), value, namespace);
        connection.call(templates.push(request.key(), reference, value));
    }

    private static SecretValue value(PushRequest request) {
        String key = request.secretKey();
        if (key == null || key.isEmpty()) {
            return JsonSecret.print("push to " + request.key(), request.data());
        }
        SecretValue value = request.data().get(key);
        if (value == null) {
            throw new InvalidRequestException(
                    "push to " + request.key() + ": the source has no key \"" + key + "\"",
                    "add the key, or correct match.secretKey");
        }
        return value;
    }

    @Override
    public void delete(RemoteKey key, @Nullable String property) {
        try {
            connection.call(templates.delete(key.display(), RemoteRef.deleting(key.key(), property, namespace)));
        } catch (NotFoundException e) {
            return; // It does not exist, which is what was asked for.
        }
    }

    @Override
    public boolean exists(RemoteKey key, @Nullable String property) {
        HttpCall call = templates.read(key.display(), RemoteRef.looking(key.key(), property, namespace));
        try {
            WebhookAnswer answer = new WebhookAnswer(templates.paths(), call.operation(), connection.call(call));
            if (property != null) {
                new WebhookObject(templates, namespace, key, true, answer).property(property);
            }
            return true;
        } catch (NotFoundException e) {
            return false;
        } catch (InvalidRequestException e) {
            if (property != null) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public ValidationResult check() {
        String url = templates.settings().url();
        if (TemplateReading.hostIsTemplate(url)) {
            return ValidationResult.unknown(
                    "The host in " + templates.settings().field()
                            + ".url is a template, so whether it answers shows when a secret is read.");
        }
        try {
            String origin = url.strip().substring(0, TemplateReading.hostEnd(url.strip())) + "/";
            connection.reach(HttpCall.of(
                    "Check",
                    "",
                    "HEAD",
                    AddressText.uri("Check", templates.settings().field() + ".url", origin)));
            return ValidationResult.ready();
        } catch (SecretsException e) {
            return ValidationResult.failed(e.getMessage() + "; " + e.advice());
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public String toString() {
        return "WebhookClient[" + store.display() + "]";
    }
}

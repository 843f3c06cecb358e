package dev.eso4j.testkit;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.provider.kit.FindFilter;
import dev.eso4j.provider.kit.JsonPathSetter;
import dev.eso4j.provider.kit.JsonRemoteObject;
import dev.eso4j.provider.kit.JsonSecret;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A client of a {@link RecordingProvider}. Thread-safe. */
final class RecordingClient implements SecretsClient {
    private final RecordingProvider provider;
    private final String tenant;
    private final AtomicBoolean closed = new AtomicBoolean();

    RecordingClient(RecordingProvider provider, String tenant) {
        this.provider = provider;
        this.tenant = tenant;
    }

    /** Records a call and lets the backend behave before it is answered. */
    private Map<String, SecretValue> objects(String operation, String key) {
        provider.record(operation, key, tenant);
        if (closed.get()) {
            throw new IllegalStateException(operation + " of a client that is closed");
        }
        RecordingBackend backend = provider.backendOf(tenant);
        backend.behave();
        return backend.objects();
    }

    @Override
    public RemoteObject read(RemoteKey key) {
        SecretValue value = objects("read", key.key()).get(key.key());
        if (value == null) {
            throw new NotFoundException("read of " + key.display() + ": there is no such object", "put it there");
        }
        return JsonRemoteObject.of(key.display(), value);
    }

    @Override
    public Map<String, RemoteObject> find(FindRequest query) {
        FindFilter filter = FindFilter.of(query);
        Map<String, RemoteObject> found = new TreeMap<>();
        objects("find", Objects.requireNonNullElse(query.nameRegexp(), "")).forEach((key, value) -> {
            if (filter.matchesName(key)) {
                found.put(key, JsonRemoteObject.of(key, value));
            }
        });
        return found;
    }

    @Override
    public void push(PushRequest request) {
        Map<String, SecretValue> objects = objects("push", request.key());
        String secretKey = request.secretKey();
        SecretValue value = secretKey == null
                ? JsonSecret.print("the source Secret", request.data())
                : request.data().get(secretKey);
        if (value == null) {
            throw new InvalidRequestException("push of " + request.key() + ": no key " + secretKey, "correct it");
        }
        String property = request.property();
        objects.compute(
                request.key(),
                (key, old) -> property == null
                        ? value
                        : JsonPathSetter.set(old == null ? SecretValue.empty() : old, property, value));
    }

    @Override
    public void delete(RemoteKey key, @Nullable String property) {
        objects("delete", key.key())
                .computeIfPresent(
                        key.key(), (name, old) -> property == null ? null : JsonPathSetter.remove(old, property));
    }

    @Override
    public boolean exists(RemoteKey key, @Nullable String property) {
        SecretValue value = objects("exists", key.key()).get(key.key());
        if (value == null || property == null) {
            return value != null;
        }
        try {
            JsonRemoteObject.of(key.display(), value).property(property);
            return true;
        } catch (InvalidRequestException e) {
            return false;
        }
    }

    @Override
    public ValidationResult check() {
        objects("check", "");
        return provider.checkResult();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            provider.record("close", "", tenant);
            provider.closed();
        }
    }
}

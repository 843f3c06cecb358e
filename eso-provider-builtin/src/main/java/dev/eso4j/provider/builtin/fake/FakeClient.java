package dev.eso4j.provider.builtin.fake;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.PushRequest;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.api.store.fake.FakeProvider;
import dev.eso4j.api.store.fake.FakeProviderData;
import dev.eso4j.provider.kit.FindFilter;
import dev.eso4j.provider.kit.JsonPathSetter;
import dev.eso4j.provider.kit.JsonRemoteObject;
import dev.eso4j.provider.kit.JsonSecret;
import dev.eso4j.provider.kit.PropertyOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the values of one fake store's manifest, and reads and writes those pushed to it. Thread-safe. */
final class FakeClient implements SecretsClient {
    private static final SecretValue NO_MEMBERS = SecretValue.of("{}");

    private final StoreIdentity store;
    private final Map<FakeEntryKey, SecretValue> manifest;
    private final int validationResult;
    private final FakeMemory memory;

    FakeClient(StoreIdentity store, FakeProvider config, FakeMemory memory) {
        this.store = store;
        this.memory = memory;
        Integer result = config.validationResult();
        this.validationResult = result == null ? 0 : result;
        Map<FakeEntryKey, SecretValue> entries = new HashMap<>();
        for (FakeProviderData data : config.data()) {
            entries.put(FakeEntryKey.of(data.key(), data.version()), SecretValue.of(data.value()));
        }
        this.manifest = Map.copyOf(entries);
    }

    @Override
    public RemoteObject read(RemoteKey key) {
        SecretValue value = lookup(FakeEntryKey.of(key.key(), key.version()));
        if (value == null) {
            throw new NotFoundException(
                    "secret " + key.display() + " does not exist in " + store.display(),
                    "add it to spec.provider.fake.data, with that version if one is asked for");
        }
        return object(key.display(), value);
    }

    private @Nullable SecretValue lookup(FakeEntryKey key) {
        SecretValue value = manifest.get(key);
        return value == null && key.version().isEmpty() ? memory.all(store).get(key.key()) : value;
    }

    private static RemoteObject object(String name, SecretValue value) {
        return JsonRemoteObject.of("secret " + name, value)
                .withOrder(PropertyOrder.PATH_ONLY)
                .withMissingPropertyNotFound();
    }

    @Override
    public Map<String, RemoteObject> find(FindRequest query) {
        FindFilter filter = FindFilter.of(query);
        if (!filter.byName()) {
            throw new InvalidRequestException(
                    "find in " + store.display() + ": a fake store searches by name only", "set find.name.regexp");
        }
        Map<String, FakeEntryKey> newest = new TreeMap<>();
        manifest.keySet().forEach(key -> newest.merge(key.key(), key, FakeClient::later));
        memory.all(store).keySet().forEach(key -> newest.putIfAbsent(key, FakeEntryKey.of(key, null)));
        Map<String, RemoteObject> found = new TreeMap<>();
        newest.forEach((name, key) -> {
            SecretValue value = filter.matchesName(name) ? lookup(key) : null;
            if (value != null) {
                found.put(name, object(name, value));
            }
        });
        return found;
    }

    private static FakeEntryKey later(FakeEntryKey left, FakeEntryKey right) {
        return left.version().compareTo(right.version()) >= 0 ? left : right;
    }

    @Override
    public void push(PushRequest request) {
        if (manifest.containsKey(FakeEntryKey.of(request.key(), null))) {
            throw new InvalidRequestException(
                    "push of " + request.key() + ": the manifest of " + store.display() + " defines that secret",
                    "push to another remoteKey, or remove it from spec.provider.fake.data");
        }
        SecretValue value = value(request);
        String property = request.property();
        memory.change(
                store,
                request.key(),
                old -> property == null
                        ? value
                        : JsonPathSetter.set(old == null ? SecretValue.empty() : old, property, value));
    }

    private static SecretValue value(PushRequest request) {
        String secretKey = request.secretKey();
        if (secretKey == null) {
            return JsonSecret.print("the source Secret", request.data());
        }
        SecretValue value = request.data().get(secretKey);
        if (value == null) {
            throw new InvalidRequestException(
                    "push of " + request.key() + ": the source has no key \"" + secretKey + "\"",
                    "correct match.secretKey");
        }
        return value;
    }

    @Override
    public void delete(RemoteKey key, @Nullable String property) {
        memory.change(store, key.key(), old -> {
            if (old == null || property == null) {
                return null;
            }
            SecretValue rest = JsonPathSetter.remove(old, property);
            return rest.equals(NO_MEMBERS) ? null : rest;
        });
    }

    @Override
    public ValidationResult check() {
        return switch (validationResult) {
            case 0 -> ValidationResult.ready();
            case 1 -> ValidationResult.unknown("spec.provider.fake.validationResult is 1, so nothing is found out.");
            default ->
                ValidationResult.failed("spec.provider.fake.validationResult is " + validationResult
                        + "; set it to 0 to use the store.");
        };
    }

    @Override
    public void close() {
        // Nothing is held open, and pushed values outlive the client.
    }

    @Override
    public String toString() {
        return "FakeClient[" + store.display() + "]";
    }
}

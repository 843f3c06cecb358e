package dev.eso4j.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.api.SecretValue;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.spi.Capability;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.api.spi.MalformedException;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.StoreSpec;
import dev.eso4j.api.spi.ValidationResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The provider {@code memory} of the engine's tests: its secrets are set, its calls counted, its failures told. */
public final class MemoryProvider implements SecretStoreProvider {
    public final Map<String, String> secrets = new ConcurrentHashMap<>();
    public final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    public final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    public final AtomicInteger connects = new AtomicInteger();
    public final AtomicInteger referentAsked = new AtomicInteger();
    public volatile @Nullable Supplier<SecretsException> failure;
    public volatile ValidationResult check = ValidationResult.ready();
    public volatile boolean maintained = true;
    public volatile Runnable beforeCheck = () -> {};
    public volatile Runnable beforeConnect = () -> {};
    public volatile Runnable beforeRead = () -> {};

    public long count(String call) {
        synchronized (calls) {
            return calls.stream().filter(c -> c.startsWith(call)).count();
        }
    }

    public long reads() {
        synchronized (calls) {
            return calls.stream().filter(c -> c.startsWith("read ")).count();
        }
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.READ);
    }

    @Override
    public boolean maintained() {
        return maintained;
    }

    @Override
    public List<String> validate(StoreSpec store) {
        Map<?, ?> config = store.config("memory", Map.class);
        return config.containsKey("broken")
                ? List.of("spec.provider.memory.broken must not be set; remove it")
                : List.of();
    }

    @Override
    public boolean referent(StoreSpec store) {
        referentAsked.incrementAndGet();
        return store.config("memory", Map.class).containsKey("referent");
    }

    @Override
    public SecretsClient connect(StoreContext context) {
        connects.incrementAndGet();
        beforeConnect.run();
        Map<?, ?> config = context.store().config("memory", Map.class);
        if (config.get("tokenRef") instanceof Map<?, ?> reference) {
            SecretKeySelector selector = new SecretKeySelector(
                    (String) reference.get("name"), (String) reference.get("namespace"), (String) reference.get("key"));
            tokens.add(context.credentials()
                    .secret("spec.provider.memory.tokenRef", selector)
                    .utf8());
        }
        return new SecretsClient() {
            @Override
            public RemoteObject read(RemoteKey key) {
                calls.add("read " + key.display());
                beforeRead.run();
                Supplier<SecretsException> failing = failure;
                if (failing != null) {
                    throw failing.get();
                }
                if (key.key().equals("throw")) {
                    throw new IllegalStateException("a defect that quotes canary");
                }
                String value = secrets.get(key.key());
                if (value == null) {
                    throw new NotFoundException("there is no secret \"" + key.display() + "\"", "create it");
                }
                return new JsonObject(value);
            }

            @Override
            public Map<String, RemoteObject> find(FindRequest query) {
                calls.add("find " + query.nameRegexp());
                Supplier<SecretsException> failing = failure;
                if (failing != null) {
                    throw failing.get();
                }
                Map<String, RemoteObject> found = new LinkedHashMap<>();
                secrets.forEach((name, value) -> {
                    if (query.nameRegexp() == null || name.matches(".*" + query.nameRegexp() + ".*")) {
                        found.put(name, new JsonObject(value));
                    }
                });
                return found;
            }

            @Override
            public ValidationResult check() {
                calls.add("check");
                beforeCheck.run();
                return check;
            }

            @Override
            public void close() {
                calls.add("close");
            }
        };
    }

    private record JsonObject(String text) implements RemoteObject {
        private static final ObjectMapper MAPPER = new ObjectMapper();

        @Override
        public SecretValue value() {
            return SecretValue.of(text);
        }

        @Override
        public SecretValue property(String property) {
            if (property.equals("throw")) {
                throw new IllegalStateException("a defect that quotes " + text);
            }
            JsonNode node = tree().get(property);
            if (node == null) {
                throw new InvalidRequestException("it has no property \"" + property + "\"", "correct the property");
            }
            return SecretValue.of(node.isTextual() ? node.textValue() : node.toString());
        }

        @Override
        public Map<String, SecretValue> entries(@Nullable String property) {
            Map<String, SecretValue> entries = new LinkedHashMap<>();
            tree().properties()
                    .forEach(e -> entries.put(
                            e.getKey(),
                            SecretValue.of(
                                    e.getValue().isTextual()
                                            ? e.getValue().textValue()
                                            : e.getValue().toString())));
            return entries;
        }

        private JsonNode tree() {
            try {
                JsonNode node = MAPPER.readTree(text);
                if (node.isObject()) {
                    return node;
                }
            } catch (IOException e) {
                throw new MalformedException("its value is not JSON", "leave property out");
            }
            throw new MalformedException("its value is not a JSON object", "leave property out");
        }

        @Override
        public int size() {
            return text.length();
        }

        @Override
        public String toString() {
            return "JsonObject";
        }
    }
}

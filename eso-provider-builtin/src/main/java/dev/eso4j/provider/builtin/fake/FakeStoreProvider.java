package dev.eso4j.provider.builtin.fake;

import dev.eso4j.api.spi.Capability;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.StoreSpec;
import dev.eso4j.api.store.fake.FakeProvider;
import dev.eso4j.api.store.fake.FakeProviderData;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Serves stores whose secrets stand in their own manifest, for tests and trials.
 *
 * <p>Values may also be pushed, read back and deleted; they live in memory as long as this object, and each store sees its
 * own only. Thread-safe.
 */
public final class FakeStoreProvider implements SecretStoreProvider {
    static final String NAME = "fake";

    private final FakeMemory memory = new FakeMemory();

    /** Creates the provider, without pushed values. */
    public FakeStoreProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.READ, Capability.WRITE);
    }

    /** Returns {@code false}: it is a test double, which a store in earnest should not use. */
    @Override
    public boolean maintained() {
        return false;
    }

    @Override
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public List<String> validate(StoreSpec store) {
        FakeProvider config;
        try {
            config = store.config(NAME, FakeProvider.class);
        } catch (IllegalArgumentException e) {
            return List.of(e.getMessage() + "; correct the field.");
        }
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < config.data().size(); i++) {
            FakeProviderData data = config.data().get(i);
            String field = "spec.provider.fake.data[" + i + "]";
            if (data.key() == null || data.key().isEmpty()) {
                problems.add(field + ".key is missing; name the secret.");
            }
            if (data.value() == null || data.value().isEmpty()) {
                problems.add(field + ".value is missing; give the secret a value.");
            }
        }
        Integer result = config.validationResult();
        if (result != null && (result < 0 || result > 2)) {
            problems.add("spec.provider.fake.validationResult is unknown; use 0 (ready), 1 (unknown) or 2 (error).");
        }
        return List.copyOf(problems);
    }

    @Override
    public boolean referent(StoreSpec store) {
        return false;
    }

    @Override
    public SecretsClient connect(StoreContext context) {
        return new FakeClient(context.store().identity(), context.store().config(NAME, FakeProvider.class), memory);
    }
}

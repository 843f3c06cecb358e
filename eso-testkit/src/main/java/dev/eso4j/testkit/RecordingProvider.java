package dev.eso4j.testkit;

import dev.eso4j.api.spi.Capability;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.StoreContext;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.StoreSpec;
import dev.eso4j.api.spi.ValidationResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider in memory that records every call and behaves as a test tells it: slow, failing, or hanging.
 *
 * <p>A tenant is the namespace on whose behalf a store is used. A tenant that the test named has objects and behaviour of
 * its own; all others share those of {@link #backend()}. Thread-safe.
 */
public final class RecordingProvider implements SecretStoreProvider {
    private final String name;
    private final InstantSource clock;
    private final RecordingBackend shared = new RecordingBackend();
    private final Map<String, RecordingBackend> tenants = new ConcurrentHashMap<>();
    private final List<RecordedCall> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile ValidationResult checkResult = ValidationResult.ready();
    private volatile List<String> problems = List.of();
    private volatile boolean referent;

    /** Creates a provider for the member {@code name} of {@code spec.provider}, on the system's clock. */
    public RecordingProvider(String name) {
        this(name, InstantSource.system());
    }

    /** Creates a provider that takes the times of its calls from {@code clock}. */
    public RecordingProvider(String name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
    }

    /** Returns what tenants share that have nothing of their own. */
    public RecordingBackend backend() {
        return shared;
    }

    /** Returns what {@code tenant} has for its own; it has so from the first call of this method on. */
    public RecordingBackend backend(String tenant) {
        return tenants.computeIfAbsent(tenant, each -> new RecordingBackend());
    }

    /** Sets what checks of stores find out. */
    public RecordingProvider checking(ValidationResult result) {
        checkResult = result;
        return this;
    }

    /** Sets the problems that manifests of stores have. */
    public RecordingProvider refusing(String... newProblems) {
        problems = List.of(newProblems);
        return this;
    }

    /** Makes stores take their credentials from the consumer's namespace. */
    public RecordingProvider referent() {
        referent = true;
        return this;
    }

    /** Returns the calls so far, in the order in which they began. */
    public List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    /** Returns how many calls there were of an operation, such as {@code read}. */
    public int count(String operation) {
        return (int) calls.stream().filter(c -> c.operation().equals(operation)).count();
    }

    /** Returns how many clients are connected and not closed. */
    public int openClients() {
        return open.get();
    }

    /** Forgets the calls so far. */
    public void forgetCalls() {
        calls.clear();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.READ, Capability.WRITE);
    }

    @Override
    public List<String> validate(StoreSpec store) {
        return problems;
    }

    @Override
    public boolean referent(StoreSpec store) {
        return referent;
    }

    @Override
    public SecretsClient connect(StoreContext context) {
        StoreIdentity identity = context.store().identity();
        String namespace = identity.namespace();
        String tenant = !identity.consumerNamespace().isEmpty()
                ? identity.consumerNamespace()
                : namespace == null ? "" : namespace;
        record("connect", identity.name(), tenant);
        open.incrementAndGet();
        return new RecordingClient(this, tenant);
    }

    RecordingBackend backendOf(String tenant) {
        return tenants.getOrDefault(tenant, shared);
    }

    ValidationResult checkResult() {
        return checkResult;
    }

    void closed() {
        open.decrementAndGet();
    }

    void record(String operation, String key, String tenant) {
        calls.add(
                new RecordedCall(operation, key, tenant, Thread.currentThread().getName(), clock.instant()));
    }

    @Override
    public String toString() {
        return "RecordingProvider[" + name + "]";
    }
}

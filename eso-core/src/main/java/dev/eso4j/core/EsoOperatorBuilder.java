package dev.eso4j.core;

import dev.eso4j.api.spi.Generator;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.externalsecret.SyncListener;
import dev.eso4j.core.runtime.ControllerListener;
import dev.eso4j.core.runtime.Ticker;
import dev.eso4j.core.store.CallListener;
import dev.eso4j.core.store.StoreGates;
import dev.eso4j.core.store.WaiterCall;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds an {@link EsoOperator}. Not thread-safe. */
public final class EsoOperatorBuilder {
    final Cluster cluster;

    @Nullable
    String namespace;

    String controllerClass = "default";
    int concurrent = 16;
    Duration storeInterval = Duration.ofMinutes(5);
    Duration memo = Duration.ofSeconds(10);
    boolean floodGate = true;
    boolean secretStores = true;
    boolean clusterStores = true;
    boolean events = true;
    int callsPerStore = 48;
    Duration callLimit = StoreGates.LIMIT;
    Duration refreshTimeGranularity = Duration.ZERO;
    InstantSource clock = InstantSource.system();
    Ticker ticker = Ticker.system();
    private String templateLeft = "";
    private String templateRight = "";
    SyncListener syncs = SyncListener.none();
    StoreListener stores = StoreListener.none();
    ControllerListener controllers = ControllerListener.none();
    CallListener calls = CallListener.none();

    @Nullable
    Set<String> genericTargets;

    @Nullable
    List<SecretStoreProvider> providers;

    @Nullable
    List<Generator> generators;

    EsoOperatorBuilder(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Restricts the operator to one namespace. Default: all. */
    public EsoOperatorBuilder namespace(String namespace) {
        this.namespace = Objects.requireNonNull(namespace);
        return this;
    }

    /** Sets the controller class: stores of another class are left alone. Default: {@code default}. */
    public EsoOperatorBuilder controllerClass(String controllerClass) {
        this.controllerClass = Objects.requireNonNull(controllerClass);
        return this;
    }

    /**
     * Sets how many objects of each kind are worked on at once; those that wait for a backend are not counted. Default: 16.
     */
    public EsoOperatorBuilder concurrent(int concurrent) {
        if (concurrent < 1) {
            throw new IllegalArgumentException("concurrent is " + concurrent + "; it must be at least 1");
        }
        this.concurrent = concurrent;
        return this;
    }

    /** Sets how often a store without an interval of its own is checked. Default: 5 minutes. */
    public EsoOperatorBuilder storeInterval(Duration interval) {
        this.storeInterval = Objects.requireNonNull(interval);
        return this;
    }

    /**
     * Sets how old a read may be that is shared with a sync which only the clock caused. Default: 10 seconds, of which a
     * short refresh interval takes a quarter of the interval, or 2 seconds if that is more. Failures are shared for at most
     * 2 seconds.
     */
    public EsoOperatorBuilder memo(Duration memo) {
        this.memo = Objects.requireNonNull(memo);
        return this;
    }

    /**
     * Sets after what time a call of a backend is given up, its retries included: the thread is interrupted and the
     * ExternalSecret comes again with back-off. Default: 30 seconds.
     */
    public EsoOperatorBuilder callLimit(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("the limit of a call is " + limit + "; it must be longer than nothing");
        }
        this.callLimit = limit;
        return this;
    }

    /**
     * Sets how many calls each store's backend gets at the same time; who has to wait for one holds no worker. All stores
     * together get {@value StoreGates#SEATS}. Default: 48.
     */
    public EsoOperatorBuilder callsPerStore(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("callsPerStore is " + calls + "; it must be at least 1");
        }
        this.callsPerStore = calls;
        return this;
    }

    /**
     * Sets how old {@code status.refreshTime} may get before a refresh that changed nothing is written down. Until then
     * such a refresh makes no request to the API server; after a restart what was not written down is refreshed again.
     * Default: zero, every refresh is written down.
     */
    public EsoOperatorBuilder refreshTimeGranularity(Duration granularity) {
        if (granularity.isNegative()) {
            throw new IllegalArgumentException(
                    "the granularity of refreshTime is " + granularity + "; it must not be negative");
        }
        this.refreshTimeGranularity = granularity;
        return this;
    }

    /** Sets whether only stores that are ready are read from. Default: yes. */
    public EsoOperatorBuilder floodGate(boolean floodGate) {
        this.floodGate = floodGate;
        return this;
    }

    /** Sets whether SecretStores are checked and get a status. Default: yes. */
    public EsoOperatorBuilder secretStores(boolean enabled) {
        this.secretStores = enabled;
        return this;
    }

    /** Sets whether ClusterSecretStores are looked at; if not, ExternalSecrets that name one are left alone. Default: yes. */
    public EsoOperatorBuilder clusterStores(boolean enabled) {
        this.clusterStores = enabled;
        return this;
    }

    /** Sets whether events are written. Default: yes. */
    public EsoOperatorBuilder events(boolean events) {
        this.events = events;
        return this;
    }

    /** Sets the providers. Default: those on the class path. */
    public EsoOperatorBuilder providers(List<? extends SecretStoreProvider> providers) {
        this.providers = List.copyOf(providers);
        return this;
    }

    /** Sets the generators. Default: those on the class path. */
    public EsoOperatorBuilder generators(List<? extends Generator> generators) {
        this.generators = List.copyOf(generators);
        return this;
    }

    /**
     * Allows targets that are no Secrets ({@code spec.target.manifest}). Default: none. Whoever may create an ExternalSecret
     * then gets as far as the rights of this program reach for these kinds.
     *
     * @param kinds which, as {@code Kind} or {@code Kind.group}; if empty, all with a namespace but those of RBAC
     */
    public EsoOperatorBuilder genericTargets(Set<String> kinds) {
        this.genericTargets = Set.copyOf(kinds);
        return this;
    }

    /**
     * Sets what encloses the actions of templates of targets. Default: <code>{{</code> and <code>}}</code>, which an empty
     * text stands for as well. Templates of rewrites and of providers keep the default.
     */
    public EsoOperatorBuilder templateDelimiters(String left, String right) {
        this.templateLeft = Objects.requireNonNull(left);
        this.templateRight = Objects.requireNonNull(right);
        return this;
    }

    /** Sets the clocks. Default: the machine's. */
    public EsoOperatorBuilder clock(InstantSource clock, Ticker ticker) {
        this.clock = Objects.requireNonNull(clock);
        this.ticker = Objects.requireNonNull(ticker);
        return this;
    }

    /** Sets who is told of what happens. Default: nobody. */
    public EsoOperatorBuilder listeners(
            SyncListener syncs, StoreListener stores, ControllerListener controllers, CallListener calls) {
        this.syncs = syncs;
        this.stores = stores;
        this.controllers = controllers;
        this.calls = calls;
        return this;
    }

    /** Returns the operator, which does nothing before it is started. */
    public EsoOperator build() {
        return new EsoOperator(this);
    }

    EngineOptions options(WaiterCall waiters) {
        return new EngineOptions(
                EngineOptions.providers(providers),
                EngineOptions.generators(generators),
                controllerClass,
                memo,
                callsPerStore,
                callLimit,
                waiters,
                calls,
                clock,
                ticker,
                new SecureRandom(),
                EngineOptions.templates(templateLeft, templateRight, clock));
    }
}

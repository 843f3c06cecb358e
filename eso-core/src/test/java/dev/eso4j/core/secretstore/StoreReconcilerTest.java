package dev.eso4j.core.secretstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.spi.UnavailableException;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.api.store.SecretStoreProviderSpec;
import dev.eso4j.api.store.SecretStoreSpec;
import dev.eso4j.api.store.SecretStoreStatus;
import dev.eso4j.api.store.SecretStoreStatusCondition;
import dev.eso4j.core.ManualClock;
import dev.eso4j.core.MemoryProvider;
import dev.eso4j.core.Stores;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.runtime.Lane;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Request;
import dev.eso4j.core.runtime.Result;
import dev.eso4j.core.store.CallListener;
import dev.eso4j.core.store.Providers;
import dev.eso4j.core.store.ReferenceObserver;
import dev.eso4j.core.store.StoreChecks;
import dev.eso4j.core.store.StoreClients;
import dev.eso4j.core.store.StoreObject;
import dev.eso4j.core.store.StoreVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reconciler of stores")
class StoreReconcilerTest {
    private final ManualClock clock = new ManualClock();
    private final MemoryProvider backend = new MemoryProvider();
    private final LocalCluster cluster = LocalCluster.create();
    private final StoreClients clients = new StoreClients(
            cluster, Providers.of(List.of(backend)), ReferenceObserver.none(), CallListener.none(), clock, clock, 4);
    private final List<String> events = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private @Nullable SecretStore store = Stores.namespaced("shop", "store", 1, Stores.spec(Map.of()));

    private final StorePort port = new StorePort() {
        @Override
        public Optional<StoreObject> find(NamespacedName name) {
            return Optional.ofNullable(store).map(StoreObject::of);
        }

        @Override
        public void writeStatus(StoreObject written, SecretStoreStatus status) {
            log.add("status");
            if (store != null) {
                store.setStatus(status);
            }
        }

        @Override
        public void releaseFinalizer(StoreObject released) {
            log.add("release");
        }

        @Override
        public void gone(NamespacedName name) {
            log.add("gone");
        }

        @Override
        public void checked(StoreObject checked, StoreVerdict verdict, boolean changed) {
            log.add("checked " + verdict.reason() + " " + changed);
        }

        @Override
        public String eventSource() {
            return "secret-store";
        }
    };
    private final StoreReconciler reconciler = new StoreReconciler(
            port,
            new StoreChecks(clients),
            clients.providers(),
            (about, source, type, reason, message) -> events.add(source + " " + type + " " + reason + " " + message),
            clock,
            "default",
            Duration.ofMinutes(5));

    @AfterEach
    void close() {
        clients.close();
        cluster.close();
    }

    private Result reconcile() {
        return reconciler.reconcile(new Request<>(new NamespacedName("shop", "store"), Lane.CHANGED, clock.nanos()));
    }

    private SecretStoreStatusCondition ready() {
        assertThat(store).isNotNull();
        return store.getStatus().conditions().get(0);
    }

    private static SecretStoreSpec spec(String controller, String provider, Object interval) {
        return new SecretStoreSpec(
                controller, SecretStoreProviderSpec.of(Map.of(provider, Map.of())), null, interval, List.of());
    }

    @Test
    @DisplayName("says of a store that works: Ready, what it can do, one event; and looks again after the interval")
    void valid() {
        assertThat(reconcile()).isEqualTo(Result.after(Duration.ofMinutes(5)));
        assertThat(ready())
                .isEqualTo(new SecretStoreStatusCondition(
                        "Ready", "True", "Valid", "store validated", "2026-03-02T10:00:00Z"));
        assertThat(store.getStatus().capabilities()).isEqualTo("ReadOnly");
        assertThat(events).containsExactly("secret-store Normal Valid store validated");
    }

    @Test
    @DisplayName("writes and says nothing when a check came to the same as before")
    void unchanged() {
        reconcile();
        log.clear();
        events.clear();
        clock.advance(Duration.ofMinutes(5));
        reconcile();
        assertThat(log).containsExactly("checked Valid false");
        assertThat(events).isEmpty();
        assertThat(backend.count("check")).isEqualTo(2);
    }

    @Test
    @DisplayName("says of a store that fails its check: not Ready, with cause and fix; tries again with back-off")
    void failed() {
        backend.check = ValidationResult.failed("the token has expired; renew it");
        assertThat(reconcile()).isEqualTo(Result.retry());
        assertThat(ready().status()).isEqualTo("False");
        assertThat(ready().reason()).isEqualTo("InvalidProviderConfig");
        assertThat(ready().message()).isEqualTo("unable to validate store: the token has expired; renew it");
        assertThat(events)
                .containsExactly("secret-store Warning InvalidProviderConfig unable to validate store: the token has"
                        + " expired; renew it");
    }

    @Test
    @DisplayName("moves lastTransitionTime when Ready changes, and not when only the reason does")
    void transitionTime() {
        backend.check = ValidationResult.failed("first");
        reconcile();
        clock.advance(Duration.ofMinutes(1));
        backend.check = ValidationResult.failed("second");
        reconcile();
        assertThat(ready().message()).endsWith("second");
        assertThat(ready().lastTransitionTime()).isEqualTo("2026-03-02T10:00:00Z");
        backend.check = ValidationResult.ready();
        reconcile();
        assertThat(ready().lastTransitionTime()).isEqualTo("2026-03-02T10:01:00Z");
        assertThat(store.getStatus().conditions()).hasSize(1);
        assertThat(events).hasSize(3);
    }

    @Test
    @DisplayName("says of a store that could not be checked: Ready, with a reason of its own")
    void unknown() {
        backend.check = ValidationResult.unknown("the backend has no way to tell");
        assertThat(reconcile()).isEqualTo(Result.after(Duration.ofMinutes(5)));
        assertThat(ready().status()).isEqualTo("True");
        assertThat(ready().reason()).isEqualTo("ValidationUnknown");
        assertThat(ready().message())
                .isEqualTo("could not determine validation status: the backend has no way to tell");
        assertThat(store.getStatus().capabilities()).isEqualTo("ReadOnly");
        assertThat(events).singleElement().asString().startsWith("secret-store Warning ValidationUnknown");
    }

    @Test
    @DisplayName("says of a store whose manifest is wrong what is wrong, and does not try again by itself")
    void misconfigured() {
        store = Stores.namespaced("shop", "store", 1, spec(null, "valut", "1d"));
        assertThat(reconcile()).isEqualTo(Result.done());
        assertThat(ready().reason()).isEqualTo("InvalidStoreConfiguration");
        assertThat(ready().message()).contains("spec.refreshInterval", "provider valut is not built in");
        assertThat(backend.connects).hasValue(0);
    }

    @Test
    @DisplayName("says of a store that cannot be connected so, with the cause")
    void notConnected() {
        store = Stores.namespaced(
                "shop", "store", 1, Stores.spec(Map.of("tokenRef", Map.of("name", "none", "key", "token"))));
        assertThat(reconcile()).isEqualTo(Result.retry());
        assertThat(ready().reason()).isEqualTo("InvalidProviderConfig");
        assertThat(ready().message())
                .startsWith("unable to create client: spec.provider.memory.tokenRef: there is no Secret \"none\"");
    }

    @Test
    @DisplayName("refuses a SecretStore that refers to another namespace, early and in its condition")
    void otherNamespace() {
        store = Stores.namespaced(
                "shop",
                "store",
                1,
                Stores.spec(Map.of("tokenRef", Map.of("name", "creds", "namespace", "bank", "key", "token"))));
        reconcile();
        assertThat(ready().status()).isEqualTo("False");
        assertThat(ready().message()).contains("a SecretStore reads its own namespace \"shop\" only");
    }

    @Test
    @DisplayName("looks again at the store's own interval")
    void interval() {
        store = Stores.namespaced("shop", "store", 1, spec(null, "memory", "90s"));
        assertThat(reconcile()).isEqualTo(Result.after(Duration.ofSeconds(90)));
    }

    @Test
    @DisplayName("leaves stores of another controller class alone")
    void otherClass() {
        store = Stores.namespaced("shop", "store", 1, spec("blue", "memory", null));
        assertThat(reconcile()).isEqualTo(Result.done());
        assertThat(log).isEmpty();
        assertThat(backend.connects).hasValue(0);
    }

    @Test
    @DisplayName("takes the finalizer off a store that is being deleted and calls no backend for it")
    void deletion() {
        store.getMetadata().setDeletionTimestamp("2026-03-02T10:00:00Z");
        assertThat(reconcile()).isEqualTo(Result.done());
        assertThat(log).containsExactly("release");
        assertThat(backend.connects).hasValue(0);
    }

    @Test
    @DisplayName("passes on that a store is gone")
    void gone() {
        store = null;
        assertThat(reconcile()).isEqualTo(Result.done());
        assertThat(log).containsExactly("gone");
    }

    @Test
    @DisplayName("warns once of a provider that nobody maintains, unless the annotation says that this is known")
    void unmaintained() {
        backend.maintained = false;
        reconcile();
        reconcile();
        assertThat(events)
                .filteredOn(e -> e.contains("Warning StoreUnmaintained"))
                .hasSize(1);
        events.clear();
        store = Stores.namespaced("shop", "quiet", 1, Stores.spec(Map.of()));
        store.getMetadata().setAnnotations(Map.of(StoreReconciler.IGNORE_MAINTENANCE, "true"));
        reconcile();
        assertThat(events).containsExactly("secret-store Normal Valid store validated");
    }

    @Test
    @DisplayName("keeps conditions of other types and writes its own last")
    void otherConditions() {
        SecretStoreStatusCondition other = new SecretStoreStatusCondition("Other", "True", "r", "m", null);
        store.setStatus(new SecretStoreStatus(
                null,
                List.of(new SecretStoreStatusCondition("Ready", "False", "x", "y", "2020-01-01T00:00:00Z"), other)));
        reconcile();
        assertThat(store.getStatus().conditions())
                .extracting(SecretStoreStatusCondition::type)
                .containsExactly("Other", "Ready");
    }

    @Test
    @DisplayName("recovers by itself when the backend does")
    void recovers() {
        backend.failure = () -> new UnavailableException("away", "", null, null);
        backend.check = ValidationResult.failed("away");
        assertThat(reconcile()).isEqualTo(Result.retry());
        backend.check = ValidationResult.ready();
        assertThat(reconcile()).isInstanceOf(Result.After.class);
        assertThat(ready().status()).isEqualTo("True");
    }
}

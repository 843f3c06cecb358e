package dev.eso4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.externalsecret.SecretStoreRef;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.ClusterSecretStoreCondition;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.api.store.SecretStoreProviderSpec;
import dev.eso4j.api.store.SecretStoreSpec;
import dev.eso4j.core.ManualClock;
import dev.eso4j.core.MemoryProvider;
import dev.eso4j.core.Stores;
import dev.eso4j.core.cluster.LocalCluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A reference to a store")
class StoreResolverTest {
    private final ManualClock clock = new ManualClock();
    private final MemoryProvider backend = new MemoryProvider();
    private final LocalCluster cluster = LocalCluster.create();
    private final StoreClients clients = new StoreClients(
            cluster, Providers.of(List.of(backend)), ReferenceObserver.none(), CallListener.none(), clock, clock, 4);
    private final Map<String, SecretStore> stores = new HashMap<>();
    private final Map<String, ClusterSecretStore> clusterStores = new HashMap<>();
    private final StoreLookup lookup = new StoreLookup() {
        @Override
        public Optional<SecretStore> secretStore(String namespace, String name) {
            return Optional.ofNullable(stores.get(namespace + "/" + name));
        }

        @Override
        public Optional<ClusterSecretStore> clusterSecretStore(String name) {
            return Optional.ofNullable(clusterStores.get(name));
        }

        @Override
        public Optional<Map<String, String>> namespaceLabels(String namespace) {
            return namespace.equals("vanished") ? Optional.empty() : Optional.of(Map.of("team", namespace));
        }
    };
    private final StoreResolver resolver = new StoreResolver(lookup, clients, new StoreChecks(clients), "default");

    StoreResolverTest() {
        stores.put("shop/store", Stores.namespaced("shop", "store", 1, Stores.spec(Map.of())));
        clusterStores.put("shared", Stores.clusterWide("shared", 1, Stores.spec(Map.of())));
    }

    @AfterEach
    void close() {
        clients.close();
        cluster.close();
    }

    private ManagedClient resolve(String kind, String name, String namespace) {
        return resolver.client(resolver.locate(new SecretStoreRef(name, kind), namespace), namespace);
    }

    private static SecretStoreSpec ofClass(String controller) {
        return new SecretStoreSpec(
                controller, SecretStoreProviderSpec.of(Map.of("memory", Map.of())), null, null, List.of());
    }

    @Test
    @DisplayName("leads to a SecretStore of the same namespace, or to a ClusterSecretStore where it says so")
    void found() {
        assertThat(resolve(null, "store", "shop").identity().kind()).isEqualTo("SecretStore");
        assertThat(resolve("SecretStore", "store", "shop").identity().namespace())
                .isEqualTo("shop");
        assertThat(resolve("ClusterSecretStore", "shared", "shop").identity().clusterScoped())
                .isTrue();
    }

    @Test
    @DisplayName("never leads to a SecretStore of another namespace")
    void otherNamespace() {
        assertThatThrownBy(() -> resolve("SecretStore", "store", "bank"))
                .isInstanceOf(StoreException.class)
                .hasMessage("could not get SecretStore \"store\" in namespace \"bank\", it does not exist; create it,"
                        + " or correct the reference (kind: ClusterSecretStore, if it is one)");
    }

    @Test
    @DisplayName("to a store that does not exist says which and what to do")
    void missing() {
        assertThatThrownBy(() -> resolve("ClusterSecretStore", "none", "shop"))
                .hasMessage("could not get ClusterSecretStore \"none\", it does not exist; create it, or correct the"
                        + " reference");
    }

    @Test
    @DisplayName("that is none says where to put one")
    void absent() {
        assertThatThrownBy(() -> resolver.locate(null, "shop")).hasMessageContaining("set spec.secretStoreRef.name");
        assertThatThrownBy(() -> resolve(null, "", "shop")).hasMessageContaining("sourceRef.storeRef");
    }

    @Test
    @DisplayName("to a store of another controller class names both classes")
    void otherClass() {
        stores.put("shop/theirs", Stores.namespaced("shop", "theirs", 1, ofClass("blue")));
        assertThatThrownBy(() -> resolve(null, "theirs", "shop"))
                .hasMessage("can not reference unmanaged store SecretStore \"theirs\": its controller class is"
                        + " \"blue\", this operator's \"default\"");
        stores.put("shop/ours", Stores.namespaced("shop", "ours", 1, ofClass("default")));
        stores.put("shop/any", Stores.namespaced("shop", "any", 1, ofClass("")));
        assertThat(resolve(null, "ours", "shop")).isNotNull();
        assertThat(resolve(null, "any", "shop")).isNotNull();
    }

    @Test
    @DisplayName("from a namespace that the store's conditions do not admit says so, at every use")
    void denied() {
        ClusterSecretStoreCondition shopOnly = new ClusterSecretStoreCondition(null, List.of("shop"), List.of());
        clusterStores.put("closed", Stores.clusterWide("closed", 1, Stores.spec(Map.of(), shopOnly)));
        assertThat(resolve("ClusterSecretStore", "closed", "shop")).isNotNull();
        assertThatThrownBy(() -> resolve("ClusterSecretStore", "closed", "bank"))
                .hasMessage("using cluster store \"closed\" is not allowed from namespace \"bank\": denied by"
                        + " spec.condition; add the namespace to spec.conditions of the store");
        assertThatThrownBy(() -> resolve("ClusterSecretStore", "closed", "vanished"))
                .hasMessageStartingWith("failed to get a namespace \"vanished\"");
    }

    @Test
    @DisplayName("to a store that is not ready gives the cause")
    void notReady() {
        backend.check = ValidationResult.failed("the token has expired; renew it");
        assertThatThrownBy(() -> resolve(null, "store", "shop"))
                .hasMessage("SecretStore \"store\" is not ready: unable to validate store: the token has expired;"
                        + " renew it");
    }

    @Test
    @DisplayName("to a store that nobody has checked yet checks it once, so a first sync need not wait")
    void checksOnTheSpot() {
        resolve(null, "store", "shop");
        resolve(null, "store", "shop");
        assertThat(backend.count("check")).isEqualTo(1);
    }

    @Test
    @DisplayName("to a store that could not be checked is good: that is no failure")
    void unknown() {
        backend.check = ValidationResult.unknown("the backend cannot tell");
        assertThat(resolve(null, "store", "shop")).isNotNull();
    }

    @Test
    @DisplayName("without the gate asks nobody whether the store is ready")
    void ungated() {
        backend.check = ValidationResult.failed("away");
        StoreResolver open = new StoreResolver(lookup, clients, null, "default");
        assertThat(open.client(open.locate(new SecretStoreRef("store", null), "shop"), "shop"))
                .isNotNull();
        assertThat(backend.count("check")).isZero();
    }

    @Test
    @DisplayName("to a store whose provider refuses it offline is never connected, with or without the gate")
    void refusedOffline() {
        stores.put("shop/broken", Stores.namespaced("shop", "broken", 1, Stores.spec(Map.of("broken", true))));
        StoreResolver open = new StoreResolver(lookup, clients, null, "default");
        for (StoreResolver each : List.of(resolver, open)) {
            assertThatThrownBy(() -> each.client(each.locate(new SecretStoreRef("broken", null), "shop"), "shop"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("spec.provider.memory.broken must not be set; remove it");
        }
        assertThat(backend.connects).hasValue(0);
    }
}

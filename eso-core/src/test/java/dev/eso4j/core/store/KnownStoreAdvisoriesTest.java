package dev.eso4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.meta.CAProvider;
import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.meta.ServiceAccountSelector;
import dev.eso4j.api.spi.InvalidRequestException;
import dev.eso4j.core.CountingCluster;
import dev.eso4j.core.Stores;
import dev.eso4j.core.cluster.LocalCluster;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Known advisories about stores:")
class KnownStoreAdvisoriesTest {
    private final CountingCluster cluster = new CountingCluster(LocalCluster.create());
    private final ClusterCredentials credentials = new ClusterCredentials(
            cluster, Stores.plain("shop", "store").identity("shop"), "shop", ReferenceObserver.none());

    @AfterEach
    void close() {
        cluster.close();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "CVE-2026-42875: a SecretStore takes certificates from its own namespace only, of whichever kind they are")
    @ValueSource(strings = {"ConfigMap", "Secret"})
    void cve_2026_42875(String kind) {
        assertThatThrownBy(() -> credentials.certificates("spec.x", null, new CAProvider(kind, "ca", "key", "bank")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("spec.x.caProvider.namespace is \"bank\"")
                .hasMessageContaining("own namespace \"shop\" only");
        assertThat(cluster.requests()).isEmpty();
    }

    @Test
    @DisplayName("CVE-2026-42875: so it is with every other kind of reference")
    void everyReference() {
        assertThatThrownBy(() -> credentials.secret("spec.x", new SecretKeySelector("creds", "bank", "key")))
                .isInstanceOf(InvalidRequestException.class);
        ServiceAccountSelector account = new ServiceAccountSelector("robot", "bank", List.of());
        assertThatThrownBy(() -> credentials.serviceAccountToken("spec.x", account, List.of(), null))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> credentials.serviceAccountAnnotations("spec.x", account))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(cluster.requests()).isEmpty();
    }
}

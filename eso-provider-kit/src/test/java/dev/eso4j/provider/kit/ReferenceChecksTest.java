package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.meta.SecretKeySelector;
import dev.eso4j.api.spi.StoreIdentity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Checks of references")
class ReferenceChecksTest {
    private static final StoreIdentity STORE = new StoreIdentity("SecretStore", "shop", "s", "", 1, "shop");
    private static final StoreIdentity CLUSTER = new StoreIdentity("ClusterSecretStore", null, "s", "", 1, "");

    private static SecretKeySelector in(@Nullable String namespace) {
        return new SecretKeySelector("name", namespace, "key");
    }

    @Test
    @DisplayName("let a SecretStore name its own namespace or none, strict or referent")
    void secretStore() {
        for (String namespace : new String[] {null, "", "shop"}) {
            assertThat(ReferenceChecks.strict(STORE, "f", in(namespace))).isEmpty();
            assertThat(ReferenceChecks.referent(STORE, "f", in(namespace))).isEmpty();
        }
        assertThat(ReferenceChecks.strict(STORE, "f", in("bank"))).hasSize(1);
        assertThat(ReferenceChecks.referent(STORE, "f", in("bank")))
                .singleElement()
                .asString()
                .startsWith("f.namespace");
    }

    @Test
    @DisplayName("make a ClusterSecretStore name a namespace where strict, and leave it open where referent")
    void clusterStore() {
        assertThat(ReferenceChecks.strict(CLUSTER, "f", in("any"))).isEmpty();
        assertThat(ReferenceChecks.strict(CLUSTER, "f", in(null)))
                .singleElement()
                .asString()
                .contains("f.namespace");
        assertThat(ReferenceChecks.referent(CLUSTER, "f", in(null))).isEmpty();
        assertThat(ReferenceChecks.leftToConsumer(CLUSTER, in(null))).isTrue();
        assertThat(ReferenceChecks.leftToConsumer(CLUSTER, in("any"))).isFalse();
        assertThat(ReferenceChecks.leftToConsumer(STORE, in(null))).isFalse();
    }

    @Test
    @DisplayName("say nothing about a reference that is not there, and name what is missing from one that is")
    void completeness() {
        SecretKeySelector none = null;
        assertThat(ReferenceChecks.strict(CLUSTER, "f", none)).isEmpty();
        assertThat(ReferenceChecks.complete("f", none)).isEmpty();
        assertThat(ReferenceChecks.complete("f", new SecretKeySelector(null, null, " ")))
                .hasSize(2);
        assertThat(ReferenceChecks.complete("f", in(null))).isEmpty();
    }
}

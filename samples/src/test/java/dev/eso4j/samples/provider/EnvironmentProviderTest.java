package dev.eso4j.samples.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.SecretValue;
import dev.eso4j.core.SecretSync;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sample provider")
class EnvironmentProviderTest {
    private static final String MANIFESTS = """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: {name: env, namespace: shop}
            spec: {provider: {environment: {prefix: SHOP_}}}
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: one, namespace: shop}
            spec:
              secretStoreRef: {name: env}
              data: [{secretKey: password, remoteRef: {key: DB, property: password}}]
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: all, namespace: shop}
            spec:
              secretStoreRef: {name: env}
              dataFrom: [{find: {name: {regexp: "^MAIL"}}}]
            """;

    private static SecretSync sync(String manifests) {
        EnvironmentProvider provider = new EnvironmentProvider(Map.of(
                "SHOP_DB", "{\"password\":\"p\"}", "SHOP_MAIL_USER", "m", "SHOP_MAIL_HOST", "h", "OTHER_MAIL", "no"));
        return SecretSync.builder()
                .providers(List.of(provider))
                .manifests(manifests)
                .build();
    }

    @Test
    @DisplayName("serves single variables and searches")
    void serves() {
        try (SecretSync sync = sync(MANIFESTS)) {
            sync.sync().orThrow();
            assertThat(sync.secret("shop", "one")).hasValue(Map.of("password", SecretValue.of("p")));
            assertThat(sync.secret("shop", "all"))
                    .hasValue(Map.of("MAIL_USER", SecretValue.of("m"), "MAIL_HOST", SecretValue.of("h")));
        }
    }

    @Test
    @DisplayName("says what is wrong with a store that names no prefix")
    void refusesStore() {
        try (SecretSync sync = sync(MANIFESTS.replace("{prefix: SHOP_}", "{}"))) {
            assertThat(sync.sync().failures())
                    .hasSize(2)
                    .allSatisfy(r -> assertThat(r.message()).contains("spec.provider.environment.prefix is missing"));
        }
    }
}

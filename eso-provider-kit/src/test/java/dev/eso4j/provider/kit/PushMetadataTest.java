package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.spi.InvalidRequestException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The metadata of a push")
class PushMetadataTest {
    record Options(@Nullable String kmsKeyId, @Nullable Integer days) {}

    private static Map<String, Object> envelope(Object spec) {
        return Map.of(
                "apiVersion", "kubernetes.external-secrets.io/v1alpha1", "kind", "PushSecretMetadata", "spec", spec);
    }

    private static void assertRefused(Map<String, Object> metadata, String message) {
        assertThatThrownBy(() -> PushMetadata.parse(metadata, Options.class))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("canary");
    }

    @Test
    @DisplayName("are read whatever the case of their names")
    void anyCase() {
        assertThat(PushMetadata.parse(envelope(Map.of("kmsKeyID", "k", "DAYS", 3)), Options.class))
                .contains(new Options("k", 3));
        assertThat(PushMetadata.parse(
                        Map.of("APIVersion", "kubernetes.external-secrets.io/v1alpha1", "Kind", "PushSecretMetadata"),
                        Options.class))
                .isEmpty();
    }

    @Test
    @DisplayName("may be absent")
    void absent() {
        assertThat(PushMetadata.parse(Map.of(), Options.class)).isEmpty();
    }

    @Test
    @DisplayName("are refused with a member that is unknown, of the wrong type, or outside of the envelope")
    void refusals() {
        assertRefused(envelope(Map.of("kmsKey", "canary")), "metadata.spec.kmsKey");
        assertRefused(envelope(Map.of("days", "canary")), "metadata.spec.days");
        assertRefused(envelope("canary"), "metadata.spec");
        assertRefused(Map.of("kmsKeyId", "canary"), "unknown member \"kmsKeyId\"");
        assertRefused(Map.of("kind", "canary", "apiVersion", "v1"), "is not of apiVersion");
    }
}

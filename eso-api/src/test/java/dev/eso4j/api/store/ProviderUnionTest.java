package dev.eso4j.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.api.ModelJson;
import dev.eso4j.api.store.fake.FakeProvider;
import dev.eso4j.api.store.fake.FakeProviderData;
import dev.eso4j.api.store.kubernetes.KubernetesProvider;
import dev.eso4j.api.store.scaleway.ScalewayProvider;
import dev.eso4j.api.store.scaleway.ScalewayProviderSecretRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The union of providers in a store")
class ProviderUnionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CANARY = "canary-7f3a";

    @Test
    @DisplayName("keeps the member of a provider that is not known here exactly as it was written")
    void unknownMember() throws JsonProcessingException {
        String written = """
                {"provider":{"acme":{"z":1,"a":[1.5,"two",{"deep":null}],"empty":{},"none":[],"big":12345678901234567890,"flag":false}}}""";

        SecretStoreSpec read = ModelJson.fromTree("spec", JSON.readValue(written, Map.class), SecretStoreSpec.class);

        assertThat(read.provider().names()).containsExactly("acme");
        assertThat(JSON.writeValueAsString(ModelJson.toTree(read))).isEqualTo(written);
    }

    @Test
    @DisplayName("gives a provider its member as the provider's own record")
    void typedMember() {
        FakeProvider fake = new FakeProvider(List.of(new FakeProviderData("k", "v", null)), 0);

        SecretStoreProviderSpec union = SecretStoreProviderSpec.of("fake", fake);

        assertThat(union.as("fake", FakeProvider.class)).isEqualTo(fake);
        assertThat(union).isEqualTo(SecretStoreProviderSpec.of(union.members()));
    }

    @Test
    @DisplayName("says which field is missing or does not fit, and not what it holds")
    void errors() {
        SecretStoreProviderSpec union =
                SecretStoreProviderSpec.of(Map.of("fake", Map.of("data", List.of(Map.of("key", List.of(CANARY))))));

        assertThatThrownBy(() -> union.as("kubernetes", KubernetesProvider.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("spec.provider.kubernetes is missing");
        assertThatThrownBy(() -> union.as("fake", FakeProvider.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spec.provider.fake.data[0].key")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    @DisplayName("never shows a value as text, nor does a store that contains it")
    void text() {
        FakeProviderData data = new FakeProviderData("k", CANARY, "v1");
        SecretStoreProviderSpec union = SecretStoreProviderSpec.of("fake", new FakeProvider(List.of(data), null));
        SecretStoreSpec spec = new SecretStoreSpec(null, union, null, null, List.of());
        SecretStore store = new SecretStore();
        store.setSpec(spec);

        ScalewayProviderSecretRef inline = new ScalewayProviderSecretRef(CANARY, null);
        ScalewayProvider scaleway = new ScalewayProvider(null, "fr-par", "p", inline, inline);

        assertThat(List.of(data, new FakeProvider(List.of(data), null), union, spec, store, inline, scaleway))
                .allSatisfy(o -> assertThat(o.toString()).doesNotContain(CANARY));
        assertThat(data.toString()).contains("k", "v1");
        assertThat(union).hasToString("SecretStoreProviderSpec[fake]");
    }

    @Test
    @DisplayName("does not change when the map it was made from changes")
    void immutable() {
        Map<String, Object> members = new HashMap<>(Map.of("acme", "x"));
        SecretStoreProviderSpec union = SecretStoreProviderSpec.of(members);
        members.clear();

        assertThat(union.names()).containsExactly("acme");
        assertThatThrownBy(() -> union.members().clear()).isInstanceOf(UnsupportedOperationException.class);
        JsonNode written = JSON.valueToTree(union);
        assertThat(written.toString()).isEqualTo("{\"acme\":\"x\"}");
    }
}

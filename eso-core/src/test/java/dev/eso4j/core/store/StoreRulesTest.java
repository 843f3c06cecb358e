package dev.eso4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.store.ClusterSecretStoreCondition;
import dev.eso4j.api.store.ProviderTypes;
import dev.eso4j.api.store.SecretStoreProviderSpec;
import dev.eso4j.api.store.SecretStoreSpec;
import dev.eso4j.core.MemoryProvider;
import dev.eso4j.core.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A store")
class StoreRulesTest {
    private final Providers providers = Providers.of(List.of(new MemoryProvider()));

    private static SecretStoreSpec spec(Map<String, Object> members, Object interval) {
        return new SecretStoreSpec(null, SecretStoreProviderSpec.of(members), null, interval, List.of());
    }

    private List<String> check(SecretStoreSpec spec) {
        return StoreRules.check(StoreObject.of(Stores.namespaced("shop", "s", 1, spec)), providers);
    }

    @Test
    @DisplayName("that is right has no problems")
    void good() {
        assertThat(check(Stores.spec(Map.of()))).isEmpty();
    }

    @Test
    @DisplayName("of an unknown provider is told which ones there are")
    void unknownProvider() {
        assertThat(check(spec(Map.of("valut", Map.of()), null)))
                .singleElement()
                .asString()
                .isEqualTo(
                        "provider valut is not built into this distribution, which has [memory]; check the spelling"
                                + " of spec.provider.valut (did you mean vault?), or put the provider's module on the class path");
        assertThat(check(spec(Map.of("nothinglikeit", Map.of()), null)))
                .singleElement()
                .asString()
                .contains("check the spelling of spec.provider.nothinglikeit, or put");
    }

    @Test
    @DisplayName("of a provider that the model describes and nobody has built is told so, and which ones there are")
    void typedProvider() {
        assertThat(ProviderTypes.names())
                .allSatisfy(name -> assertThat(check(spec(Map.of(name, Map.of()), null)))
                        .containsExactly(
                                "provider " + name + " is not built into this distribution, which has [memory];"
                                        + " put a module that serves it on the class path, or name one of these"));
    }

    @Test
    @DisplayName("of two providers, or none, is told to name one")
    void notOneProvider() {
        assertThat(check(spec(Map.of("memory", Map.of(), "other", Map.of()), null)))
                .singleElement()
                .asString()
                .contains("spec.provider names 2 providers", "keep exactly one");
        assertThat(check(spec(Map.of(), null)))
                .singleElement()
                .asString()
                .contains("names no provider", "add exactly one of [memory]");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("with an interval that is none is told so")
    @ValueSource(strings = {"300", "1d", "-5m", "soon", ""})
    void badInterval(String interval) {
        assertThat(check(spec(Map.of("memory", Map.of()), interval)))
                .singleElement()
                .asString()
                .contains("spec.refreshInterval");
    }

    @Test
    @DisplayName("with a negative number of seconds is told so")
    void negativeSeconds() {
        assertThat(check(spec(Map.of("memory", Map.of()), -1)))
                .singleElement()
                .asString()
                .contains("is negative");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("is checked at its interval: seconds, or a duration; absent or zero is the default")
    @CsvSource({"5m, PT5M", "1h30m, PT1H30M", "0, PT7M", "0s, PT7M"})
    void interval(String text, Duration interval) {
        assertThat(StoreRules.refreshInterval(spec(Map.of("memory", Map.of()), text), Duration.ofMinutes(7)))
                .isEqualTo(interval);
    }

    @Test
    @DisplayName("takes a number for seconds")
    void seconds() {
        assertThat(StoreRules.refreshInterval(spec(Map.of("memory", Map.of()), 90), Duration.ZERO))
                .isEqualTo(Duration.ofSeconds(90));
        assertThat(StoreRules.refreshInterval(spec(Map.of("memory", Map.of()), null), Duration.ofMinutes(7)))
                .isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    @DisplayName("with several mistakes is told of all, those of its provider too")
    void all() {
        SecretStoreSpec spec = new SecretStoreSpec(
                null,
                SecretStoreProviderSpec.of(Map.of("memory", Map.of("broken", true))),
                null,
                "1d",
                List.of(new ClusterSecretStoreCondition(null, List.of(), List.of("ok", "("))));
        assertThat(check(spec))
                .satisfiesExactly(
                        p -> assertThat(p).startsWith("spec.conditions[0].namespaceRegexes[1] is not a valid RE2"),
                        p -> assertThat(p).startsWith("spec.refreshInterval: \"1d\" is not a duration"),
                        p -> assertThat(p).isEqualTo("spec.provider.memory.broken must not be set; remove it"));
    }

    @Test
    @DisplayName("whose provider member has the wrong form is told which field, rather than tried for ever")
    void wrongForm() {
        assertThat(check(spec(Map.of("memory", "text"), null)))
                .singleElement()
                .asString()
                .contains("memory");
    }

    @Test
    @DisplayName("cannot be served by two providers of one name")
    void twoOfOneName() {
        assertThatThrownBy(() -> Providers.of(List.of(new MemoryProvider(), new MemoryProvider())))
                .hasMessageContaining("two providers have the name \"memory\"");
    }
}

package dev.eso4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.meta.LabelSelector;
import dev.eso4j.api.meta.LabelSelectorRequirement;
import dev.eso4j.api.store.ClusterSecretStoreCondition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Conditions of a ClusterSecretStore")
class NamespaceConditionsTest {
    private static final Map<String, String> LABELS = Map.of("team", "shop", "tier", "gold");

    private static boolean admit(ClusterSecretStoreCondition... conditions) {
        return NamespaceConditions.admit(List.of(conditions), "shop-prod", LABELS);
    }

    private static ClusterSecretStoreCondition names(String... names) {
        return new ClusterSecretStoreCondition(null, List.of(names), List.of());
    }

    private static ClusterSecretStoreCondition regexes(String... regexes) {
        return new ClusterSecretStoreCondition(null, List.of(), List.of(regexes));
    }

    private static ClusterSecretStoreCondition labels(
            Map<String, String> labels, LabelSelectorRequirement... requirements) {
        return new ClusterSecretStoreCondition(new LabelSelector(labels, List.of(requirements)), List.of(), List.of());
    }

    @Test
    @DisplayName("that are absent admit every namespace")
    void none() {
        assertThat(admit()).isTrue();
    }

    @Test
    @DisplayName("admit by the exact name")
    void byName() {
        assertThat(admit(names("shop-prod"))).isTrue();
        assertThat(admit(names("shop", "prod"))).isFalse();
    }

    @Test
    @DisplayName("admit by an expression that is found anywhere in the name, unless it is anchored")
    void byRegex() {
        assertThat(admit(regexes("prod"))).isTrue();
        assertThat(admit(regexes("^prod"))).isFalse();
        assertThat(admit(regexes("^none$", "^shop-.*$"))).isTrue();
    }

    @Test
    @DisplayName("admit by labels, all of which must match")
    void byLabels() {
        assertThat(admit(labels(Map.of("team", "shop")))).isTrue();
        assertThat(admit(labels(Map.of("team", "shop", "tier", "silver")))).isFalse();
    }

    @Test
    @DisplayName("with an empty selector admit every namespace, with no member at all none")
    void emptySelector() {
        assertThat(admit(labels(Map.of()))).isTrue();
        assertThat(admit(new ClusterSecretStoreCondition(null, List.of(), List.of())))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @DisplayName("know the operators of label selectors")
    @CsvSource({
        "team, In, shop, true",
        "team, In, bank, false",
        "none, In, shop, false",
        "team, NotIn, shop, false",
        "team, NotIn, bank, true",
        "none, NotIn, shop, true",
        "team, Exists, , true",
        "none, Exists, , false",
        "team, DoesNotExist, , false",
        "none, DoesNotExist, , true",
    })
    void operators(String key, String operator, String value, boolean admitted) {
        LabelSelectorRequirement requirement =
                new LabelSelectorRequirement(key, operator, value == null ? List.of() : List.of(value));
        assertThat(admit(labels(Map.of(), requirement))).isEqualTo(admitted);
    }

    @Test
    @DisplayName("are alternatives, and so are their members")
    void alternatives() {
        assertThat(admit(names("other"), regexes("^shop"))).isTrue();
        assertThat(admit(new ClusterSecretStoreCondition(
                        new LabelSelector(Map.of("team", "bank"), List.of()), List.of("shop-prod"), List.of("^bank"))))
                .isTrue();
    }

    @Test
    @DisplayName("that cannot be understood are an error with field and fix, not a silent no")
    void broken() {
        assertThatThrownBy(() -> admit(names("other"), regexes("a", "(")))
                .hasMessageStartingWith("spec.conditions[1].namespaceRegexes[1] is not a valid RE2 expression");
        assertThatThrownBy(() -> admit(labels(Map.of(), new LabelSelectorRequirement("team", "Like", List.of("s")))))
                .hasMessageContaining("use In, NotIn, Exists or DoesNotExist");
    }
}

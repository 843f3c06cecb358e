package dev.eso4j.provider.builtin.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.ValidationResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The check of a kubernetes store")
class KubernetesCheckTest {
    private static final String RULES = "selfsubjectrulesreviews";
    private static final String ACCESS = "selfsubjectaccessreviews";

    private final KubeStore store = new KubeStore();
    private final SecretsClient client = store.client();

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    private static String rules(String rule) {
        return "{\"status\":{\"resourceRules\":[" + rule + "]}}";
    }

    @ParameterizedTest
    @DisplayName("is ready when a rule allows it, and asks no further")
    @ValueSource(
            strings = {
                "{\"verbs\":[\"get\"],\"apiGroups\":[\"\"],\"resources\":[\"secrets\"]}",
                "{\"verbs\":[\"*\"],\"apiGroups\":[\"*\"],\"resources\":[\"*\"]}",
                "{\"verbs\":[\"list\",\"get\"],\"resources\":[\"pods\",\"secrets\"]}"
            })
    void rulesAllow(String rule) {
        store.server.answerReview(RULES, rules(rule));
        assertThat(client.check()).isEqualTo(ValidationResult.ready());
        assertThat(store.calls).containsExactly("CreateSelfSubjectRulesReview 201");
    }

    @ParameterizedTest
    @DisplayName("asks for the one access when no rule allows it")
    @ValueSource(
            strings = {
                "{\"verbs\":[\"list\"],\"apiGroups\":[\"\"],\"resources\":[\"secrets\"]}",
                "{\"verbs\":[\"get\"],\"apiGroups\":[\"apps\"],\"resources\":[\"secrets\"]}",
                "{\"verbs\":[\"get\"],\"apiGroups\":[\"\"],\"resources\":[\"secrets\"],\"resourceNames\":[\"a\"]}"
            })
    void asksForAccess(String rule) {
        store.server.answerReview(RULES, rules(rule));
        assertThat(client.check().state()).isEqualTo(ValidationResult.State.FAILED);
        assertThat(client.check().message()).contains("may not get Secrets in namespace \"default\"");
        store.server.answerReview(ACCESS, "{\"status\":{\"allowed\":true}}");
        assertThat(client.check()).isEqualTo(ValidationResult.ready());
    }

    @Test
    @DisplayName("fails with cause and fix when the token is refused or nobody answers")
    void failsWithCause() {
        store.server.revoke("t0");
        ValidationResult refused = client.check();
        assertThat(refused.state()).isEqualTo(ValidationResult.State.FAILED);
        assertThat(refused.message()).contains("401").contains("check that the credentials are valid");
        store.server.close();
        ValidationResult nobody = client.check();
        assertThat(nobody.state()).isEqualTo(ValidationResult.State.FAILED);
        assertThat(nobody.message()).contains("cannot be connected to");
    }

    @Test
    @DisplayName("is unknown when the credentials may not ask")
    void unknownWhenForbidden() {
        store.server.fail(RULES, 403);
        assertThat(client.check().state()).isEqualTo(ValidationResult.State.UNKNOWN);
    }
}

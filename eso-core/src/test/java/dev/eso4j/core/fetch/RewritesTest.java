package dev.eso4j.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecretRewrite;
import dev.eso4j.api.externalsecret.ExternalSecretRewriteMerge;
import dev.eso4j.api.externalsecret.ExternalSecretRewriteRegexp;
import dev.eso4j.api.externalsecret.ExternalSecretRewriteTransform;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rewrites")
class RewritesTest {
    private static final SecretValue ONE = SecretValue.of("1");
    private static final SecretValue TWO = SecretValue.of("2");

    private static ExternalSecretRewrite regexp(String source, String target) {
        return new ExternalSecretRewrite(null, new ExternalSecretRewriteRegexp(source, target), null);
    }

    @Test
    @DisplayName("are applied one after the other, each to what the one before has left")
    void chain() {
        assertThat(Rewrites.apply(
                        List.of(regexp("^prod/", ""), regexp("/", "_"), regexp("^", "DB_")),
                        Map.of("prod/a/user", ONE, "prod/pass", TWO)))
                .isEqualTo(Map.of("DB_a_user", ONE, "DB_pass", TWO));
    }

    @Test
    @DisplayName("refuse two keys that become the same, and always name the same two")
    void collision() {
        assertThatThrownBy(() -> Rewrites.apply(List.of(regexp("[0-9]", "")), Map.of("b2", ONE, "b1", TWO)))
                .hasMessage("error applying rewrite to keys: failed rewrite operation[0]: the keys \"b1\" and \"b2\""
                        + " both become \"b\"; change the expression so that they stay apart");
    }

    @Test
    @DisplayName("refuse a template that makes a key of gigabytes, or whose references are too many to look at")
    void giantTarget() {
        for (String target : new String[] {"$1".repeat(1_000), "${9}".repeat(100_000)}) {
            assertThatThrownBy(() -> Rewrites.apply(List.of(regexp("(.*)", target)), Map.of("k".repeat(200), ONE)))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("failed rewrite operation[0]")
                    .hasMessageContaining("more than 4096 characters");
        }
    }

    @Test
    @DisplayName("refuse an expression whose program would fill the memory")
    void giantSource() {
        assertThatThrownBy(() -> Rewrites.apply(List.of(regexp("((a{1000}){1000}){1000}", "x")), Map.of("k", ONE)))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("regexp.source is too large");
    }

    @Test
    @DisplayName("refuse a large expression for very many keys, which would take minutes")
    void tooMuchWork() {
        Map<String, SecretValue> many = new java.util.LinkedHashMap<>();
        for (int i = 0; i < 1_000; i++) {
            many.put("a".repeat(200) + i, SecretValue.empty());
        }
        assertThatThrownBy(() -> Rewrites.apply(List.of(regexp("(a?){400}b", "x")), many))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("too much work");
    }

    @Test
    @DisplayName("say which operation failed")
    void position() {
        assertThatThrownBy(() -> Rewrites.apply(List.of(regexp("a", "b"), regexp("(", "")), Map.of("a", ONE)))
                .hasMessageContaining("failed rewrite operation[1]: regexp.source is not a valid RE2 expression");
        ExternalSecretRewriteMerge merge = new ExternalSecretRewriteMerge(null, List.of(), null, null, null);
        assertThatThrownBy(() -> Rewrites.apply(
                        List.of(new ExternalSecretRewrite(merge, null, null)), Map.of("a", SecretValue.of("canary"))))
                .hasMessageContaining("failed rewrite operation[0]: merge failed")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> Rewrites.apply(List.of(new ExternalSecretRewrite(null, null, null)), Map.of("a", ONE)))
                .hasMessageContaining("give exactly one");
    }

    @Test
    @DisplayName("render each key with a template, in which a field that is not there is no error")
    void transform() {
        assertThat(transformed("x/{{ .value | upper | replace \"-\" \"_\" }}{{ .other }}", "a-b"))
                .containsOnlyKeys("x/A_B<no value>");
    }

    @Test
    @DisplayName("say where a template is wrong, or for which key it failed")
    void failingTransform() {
        assertThatThrownBy(() -> transformed("{{ .value | uper }}", "a"))
                .hasMessageContaining("failed rewrite operation[0]: transform failed with failed to parse template:"
                        + " template: transform:1: function \"uper\" not defined");
        assertThatThrownBy(() -> transformed("{{ .value | fail }}", "a"))
                .hasMessageContaining("transform failed with failed to execute template for key \"a\"");
        assertThatThrownBy(() -> transformed("{{ print \"x\" }}", "a", "b"))
                .hasMessageContaining("the keys \"a\" and \"b\" both become \"x\"");
    }

    private static Map<String, SecretValue> transformed(String template, String... keys) {
        Map<String, SecretValue> values = new TreeMap<>();
        for (String key : keys) {
            values.put(key, ONE);
        }
        ExternalSecretRewrite transform =
                new ExternalSecretRewrite(null, null, new ExternalSecretRewriteTransform(template));
        return Rewrites.apply(List.of(transform), values);
    }
}

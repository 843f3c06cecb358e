package dev.eso4j.core.pushsecret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.eso4j.api.ModelJson;
import dev.eso4j.api.pushsecret.PushSecretSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a PushSecret writes to a store")
class PushEntriesTest {
    private static final Set<String> SOURCE = Set.of("DB_HOST", "DB_USER", "API_U002d_KEY", "misc");

    private static List<String> writes(String... members) {
        return PushEntries.of(spec(members), ref -> "s".equals(ref.name()), SOURCE).stream()
                .map(e -> e.field() + " " + e.keys().stream().sorted().toList() + (e.whole() ? " whole" : "") + " -> "
                        + e.remoteKey() + (e.property() == null ? "" : "#" + e.property()))
                .toList();
    }

    private static PushSecretSpec spec(String... members) {
        String yaml = "secretStoreRefs: [{name: s}, {name: t}]\nselector: {secret: {name: source}}\n"
                + String.join("\n", members);
        try {
            return ModelJson.fromTree("spec", new YAMLMapper().readValue(yaml, Map.class), PushSecretSpec.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    @DisplayName(
            "is, by rules, one object for all keys that match or one for each; a key that is converted stays itself")
    void rules() {
        assertThat(writes(
                        "dataTo:",
                        "- {storeRef: {name: s}, match: {regexp: ^DB_}, remoteKey: app/db}",
                        "- {storeRef: {name: s}, match: {regexp: ^API-}, conversionStrategy: ReverseUnicode,"
                                + " rewrite: [{regexp: {source: ^API-, target: api/}}]}",
                        "- {storeRef: {name: s}, match: {regexp: ^none}}",
                        "- {storeRef: {name: t}, remoteKey: elsewhere}"))
                .containsExactly(
                        "spec.dataTo[0] [DB_HOST, DB_USER] whole -> app/db",
                        "spec.dataTo[1] [API_U002d_KEY] -> api/KEY");
    }

    @Test
    @DisplayName("is what data says of a key, whatever dataTo makes of it, also when it names the key in another way")
    void explicit() {
        String all = "dataTo: [{storeRef: {name: s}, match: {regexp: ^API}}]";
        assertThat(writes(all, "data: [{match: {secretKey: API_U002d_KEY, remoteRef: {remoteKey: other}}}]"))
                .containsExactly("spec.data[0] [API_U002d_KEY] -> other");
        assertThat(writes(
                        all,
                        "data: [{match: {secretKey: API-KEY, remoteRef: {remoteKey: o, property: p}},"
                                + " conversionStrategy: ReverseUnicode}]"))
                .containsExactly("spec.data[0] [API_U002d_KEY] -> o#p");
        assertThat(writes("data: [{match: {remoteRef: {remoteKey: o}}}]"))
                .containsExactly("spec.data[0] [API_U002d_KEY, DB_HOST, DB_USER, misc] whole -> o");
    }

    @Test
    @DisplayName(
            "is refused when it is not clear: twice the same name, an empty one, a key or a store that is not there")
    void refused() {
        assertThatThrownBy(() -> writes("dataTo: [{storeRef: {name: s}, match: {regexp: ^DB_},"
                        + " rewrite: [{regexp: {source: '_.*', target: ''}}]}]"))
                .isInstanceOf(PushRuleException.class)
                .hasMessage("spec.dataTo[0]: duplicate remote key \"DB\": \"DB_HOST\" of spec.dataTo[0] and \"DB_USER\""
                        + " are both written to it; change one");
        assertThatThrownBy(() ->
                        writes("dataTo: [{storeRef: {name: s}, rewrite: [{regexp: {source: '.*', target: ''}}]}]"))
                .hasMessage("spec.dataTo[0]: the key \"API_U002d_KEY\" gets an empty name; change rewrite");
        assertThatThrownBy(() -> writes("data: [{match: {secretKey: none, remoteRef: {remoteKey: o}}}]"))
                .hasMessageContaining(
                        "spec.data[0].match.secretKey: secret key none does not exist; the source has API");
        assertThatThrownBy(() -> writes("dataTo: [{storeRef: {name: other}}]"))
                .hasMessageContaining("spec.dataTo[0].storeRef names SecretStore \"other\", which");
        assertThatThrownBy(() -> writes("dataTo: [{storeRef: {name: s}, match: {regexp: '('}}]"))
                .hasMessageContaining("spec.dataTo[0]: match.regexp is not a valid RE2 expression");
        assertThatThrownBy(() -> writes(
                        "dataTo: [{storeRef: {name: s}, rewrite: [{transform: {template: '{{ .value | nope }}'}}]}]"))
                .hasMessageContaining("spec.dataTo[0]: transform failed");
    }
}

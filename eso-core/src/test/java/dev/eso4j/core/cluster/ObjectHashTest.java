package dev.eso4j.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The object hash is the existing operator's")
class ObjectHashTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("for texts")
    void texts() {
        assertThat(ObjectHash.ofText("hello there"))
                .isEqualTo("f78681ec611ebaeea0689bff6c7812a83ff98a7faba986d9af76c999");
        assertThat(ObjectHash.ofText("default/test-es"))
                .isEqualTo("a8e09351ea392b727f69f63683b28619fbed1174f572e728706a9ea8");
    }

    @Test
    @DisplayName("for the data of Secrets")
    void data() {
        assertThat(ObjectHash.ofData(Map.of("foo", bytes("value1"), "bar", bytes("value2"))))
                .isEqualTo("1bed8bcbcb4547ffe19a19cd47d9078e84aa6598266d86b99f992d64");
        assertThat(ObjectHash.ofData(Map.of("targetProperty", bytes("someValue"))))
                .isEqualTo("03a707af0159f9cbff01ece86d3f85a3d7c3a11b512f5e7fc90bd042");
        assertThat(ObjectHash.ofData(Map.of())).isEqualTo("74a974446e359fb3e6baff9bd0058950e6edd0f040888d9989b0a11b");
    }

    @Test
    @DisplayName("for labels and annotations")
    void metadata() {
        assertThat(ObjectHash.ofMetadata(null, null))
                .isEqualTo("f47fe3c0b255b6dd8047cdffa772587bb829efe7a1cb70febeda2eb2")
                .isEqualTo(ObjectHash.ofMetadata(Map.of(), Map.of()));
        assertThat(ObjectHash.ofMetadata(Map.of("foo", "bar"), null))
                .isEqualTo("69a7d6c99695c5308a8074c7eff995659652f98af7b21de0719c1446");
    }

    @Test
    @DisplayName("whatever order the keys come in")
    void order() {
        Map<String, byte[]> one = new LinkedHashMap<>();
        one.put("b", bytes("2"));
        one.put("a", bytes("1"));
        Map<String, byte[]> other = new LinkedHashMap<>();
        other.put("a", bytes("1"));
        other.put("b", bytes("2"));
        assertThat(ObjectHash.ofData(one)).isEqualTo(ObjectHash.ofData(other));
    }

    @Test
    @DisplayName("and a digest of a Secret shows neither values nor what kubectl remembers of them")
    void digestShowsNothing() {
        io.fabric8.kubernetes.api.model.ObjectMeta metadata = new io.fabric8.kubernetes.api.model.ObjectMetaBuilder()
                .withNamespace("shop")
                .withName("db")
                .withAnnotations(Map.of("kubectl.kubernetes.io/last-applied-configuration", "canary"))
                .build();
        KubeSecret secret = KubeSecret.of(metadata, Map.of("k", bytes("canary")), null, null);
        assertThat(SecretDigest.of(secret).toString()).doesNotContain("canary").contains("shop/db");
        assertThat(secret.toString()).doesNotContain("canary").contains("keys=[k]");
    }
}

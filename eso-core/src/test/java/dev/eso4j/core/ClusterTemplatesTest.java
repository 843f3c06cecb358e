package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.render.TemplateSource;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.store.ReferenceObserver;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is kept of templates in ConfigMaps and Secrets")
class ClusterTemplatesTest {
    private final LocalCluster local = LocalCluster.builder().build();
    private final CountingCluster cluster = new CountingCluster(local);
    private final ClusterTemplates templates = ClusterTemplates.ofOnePass(cluster);

    @AfterEach
    void close() {
        local.close();
    }

    private static TemplateSource source(String name) {
        return new TemplateSource(TemplateSource.Kind.CONFIG_MAP, "shop", name);
    }

    private void configMap(String name, int size) {
        local.load("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + ", namespace: shop}\ndata: {t: '"
                + "x".repeat(size) + "'}\n");
    }

    private int length(String name) {
        Optional<Map<String, byte[]>> read = templates.read("reader", source(name));
        return read.map(texts -> texts.get("t").length).orElse(-1);
    }

    private void changed(String name) {
        templates.changed(ReferenceObserver.Kind.CONFIG_MAP, new NamespacedName("shop", name));
    }

    @Test
    @DisplayName("is read once until its object changes")
    void once() {
        configMap("a", 3);
        assertThat(length("a")).isEqualTo(3);
        assertThat(length("a")).isEqualTo(3);
        assertThat(cluster.requests()).containsExactly("get ConfigMap shop/a");
        configMap("a", 4);
        changed("a");
        assertThat(length("a")).isEqualTo(4);
        assertThat(templates.size()).isEqualTo(1);
    }

    @Test
    @DisplayName("is nothing where there is no object, however many are asked for")
    void absent() {
        for (int i = 0; i < 100; i++) {
            assertThat(length("missing-" + i)).isEqualTo(-1);
        }
        assertThat(templates.size()).isZero();
    }

    @Test
    @DisplayName("is nothing of what could not be read")
    void refused() {
        cluster.refuse(request -> new ClusterException(ClusterException.Reason.FORBIDDEN, "no"));
        assertThatThrownBy(() -> length("a")).isInstanceOf(ClusterException.class);
        assertThat(templates.size()).isZero();
    }

    @Test
    @DisplayName("does not fill up when one object changes again and again")
    void changes() {
        configMap("small", 7);
        assertThat(length("small")).isEqualTo(7);
        for (int i = 0; i < 20; i++) {
            configMap("big", 900_000 + i);
            changed("big");
            assertThat(length("big")).isEqualTo(900_000 + i);
        }
        assertThat(templates.size()).isEqualTo(2);
        assertThat(length("small")).isEqualTo(7);
        assertThat(cluster.requests().stream().filter(r -> r.endsWith("/small")))
                .hasSize(1);
    }

    @Test
    @DisplayName("is bounded: what does not fit any more is read again")
    void bounded() {
        for (int i = 0; i < 30; i++) {
            configMap("big-" + i, 900_000);
            assertThat(length("big-" + i)).isEqualTo(900_000);
            assertThat(templates.size()).isLessThan(10);
        }
        assertThat(length("big-0")).isEqualTo(900_000);
    }

    @Test
    @DisplayName("is not kept when its object changed while it was read")
    void changedMeanwhile() {
        configMap("a", 3);
        cluster.before(request -> changed("a"));
        assertThat(length("a")).isEqualTo(3);
        assertThat(templates.size()).isZero();
        cluster.before(request -> {});
        assertThat(length("a")).isEqualTo(3);
        assertThat(templates.size()).isEqualTo(1);
    }
}

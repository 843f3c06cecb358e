package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.Preconditions;
import dev.eso4j.core.cluster.ResourceType;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A template in a ConfigMap or Secret")
class WatchedTemplatesTest {
    private static final String FROM_MAP =
            "target: {template: {templateFrom: [{configMap: {name: t, items: [{key: url}]}}]}}";
    private static final String FROM_SECRET =
            "target: {template: {templateFrom: [{secret: {name: t, items: [{key: url}]}}]}}";

    private final OperatorBench bench = new OperatorBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private void template(String kind, String text) {
        bench.local.load("apiVersion: v1\nkind: " + kind + "\nmetadata: {name: t, namespace: shop}\n"
                + (kind.equals("Secret") ? "stringData" : "data") + ": {url: '" + text + "'}\n");
    }

    private long reads(String kind) {
        return bench.cluster.requests().stream()
                .filter(r -> r.equals("get " + kind + " shop/t"))
                .count();
    }

    @Test
    @DisplayName("reaches the targets that use it as soon as it changes, whatever their interval")
    void changes() {
        template("ConfigMap", "x://{{ .user }}");
        bench.externalSecret("db", "refreshInterval: 24h", FROM_MAP);
        bench.start();
        bench.awaitData("db", Map.of("url", "x://svc"));
        bench.settle();
        template("ConfigMap", "y://{{ .user }}");
        bench.awaitData("db", Map.of("url", "y://svc"));
        bench.settle();
        template("ConfigMap", "z://{{ .user }}");
        bench.awaitData("db", Map.of("url", "z://svc"));
    }

    @Test
    @DisplayName("does so from a Secret as well")
    void changesInSecret() {
        template("Secret", "x://{{ .user }}");
        bench.externalSecret("db", "refreshInterval: 24h", FROM_SECRET);
        bench.start();
        bench.awaitData("db", Map.of("url", "x://svc"));
        bench.settle();
        template("Secret", "y://{{ .user }}");
        bench.awaitData("db", Map.of("url", "y://svc"));
    }

    @Test
    @DisplayName("does so after a restart, when nothing was due and nobody has read it yet")
    void afterRestart() {
        template("ConfigMap", "x://{{ .user }}");
        bench.externalSecret("db", "refreshInterval: 24h", FROM_MAP);
        bench.start();
        bench.awaitReady("db");
        bench.settle();
        bench.restart();
        bench.settle();
        template("ConfigMap", "y://{{ .user }}");
        bench.awaitData("db", Map.of("url", "y://svc"));
    }

    @Test
    @DisplayName("is missed with its kind and name, and its coming is noticed at once")
    void appears() {
        bench.externalSecret("db", FROM_MAP);
        bench.start();
        bench.check(b -> assertThat(b.ready("db").map(c -> c.message()))
                .hasValue("could not update secret: error fetching templateFrom data: there is no ConfigMap shop/t,"
                        + " which spec.target.template.templateFrom names; create it or correct the name"));
        bench.settle();
        template("ConfigMap", "x://{{ .user }}");
        bench.awaitData("db", Map.of("url", "x://svc"));
    }

    @Test
    @DisplayName("that goes leaves the target as it was, and is said at the next refresh")
    void goes() {
        template("ConfigMap", "x://{{ .user }}");
        bench.externalSecret("db", "refreshInterval: 24h", FROM_MAP);
        bench.start();
        bench.awaitReady("db");
        bench.settle();
        bench.local.delete(ResourceType.CONFIG_MAPS, "shop", "t", Preconditions.none());
        bench.check(b -> assertThat(b.ready("db").orElseThrow().status()).isEqualTo("False"));
        assertThat(bench.data("db")).hasValue(Map.of("url", "x://svc"));
    }

    @Test
    @DisplayName("is read once for all who use it, and not again while it does not change")
    void readOnce() {
        template("ConfigMap", "x://{{ .user }}");
        for (int i = 0; i < 20; i++) {
            bench.externalSecret("es" + i, "refreshInterval: 10m", FROM_MAP);
        }
        bench.start();
        for (int i = 0; i < 20; i++) {
            bench.awaitReady("es" + i);
        }
        bench.settle();
        assertThat(reads("ConfigMap")).isEqualTo(1);
        bench.advance(Duration.ofMinutes(30));
        bench.settle();
        assertThat(reads("ConfigMap")).isEqualTo(1);
    }

    @Test
    @DisplayName("is read each time where its kind may not be watched, so that nothing old is used")
    void notWatched() {
        template("ConfigMap", "x://{{ .user }}");
        bench.cluster.refuse(request -> request.startsWith("list ConfigMap")
                ? new ClusterException(ClusterException.Reason.FORBIDDEN, "no")
                : null);
        bench.externalSecret("db", "refreshInterval: 10m", FROM_MAP);
        bench.start();
        bench.awaitData("db", Map.of("url", "x://svc"));
        bench.settle();
        template("ConfigMap", "y://{{ .user }}");
        bench.advance(Duration.ofMinutes(30));
        bench.awaitData("db", Map.of("url", "y://svc"));
    }

    @Test
    @DisplayName("gives labels that are put back when somebody changes them")
    void drift() {
        bench.externalSecret(
                "db", "refreshInterval: 24h", "target: {template: {metadata: {labels: {team: '{{ .user }}'}}}}");
        bench.start();
        bench.awaitReady("db");
        bench.settle();
        bench.local.patch(
                ResourceType.SECRETS,
                "shop",
                "db",
                Map.of("metadata", Map.of("labels", Map.of("team", "x"))),
                "kubectl");
        bench.check(b -> assertThat(b.local
                        .get(ResourceType.SECRETS, "shop", "db")
                        .orElseThrow()
                        .metadata()
                        .getLabels())
                .containsEntry("team", "svc"));
    }
}

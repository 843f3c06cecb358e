package dev.eso4j.core.cluster;

import dev.eso4j.fuzz.Fuzz;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Selectors under fuzzing")
class SelectorsFuzzTest {
    private static final List<String> TOKENS = List.of(
            "a",
            "app",
            "x/y",
            "=",
            "==",
            "!=",
            "!",
            ",",
            " in ",
            " notin ",
            "(",
            ")",
            " ",
            "\t",
            "b",
            "metadata.name",
            "spec.secretStoreRef.name",
            "type",
            "\u0000",
            "\ud800");

    @Test
    @DisplayName("of labels and fields select, or are refused with the term that is wrong")
    void selectors() {
        LocalCluster cluster = LocalCluster.create();
        cluster.load("apiVersion: v1\nkind: Secret\nmetadata: {name: x, labels: {app: a}}\n");
        Fuzz.of("selectors", chaos -> chaos.tokens(TOKENS, 9))
                .count(4_000)
                .first(
                        ",".repeat(200_000),
                        "a=b,".repeat(50_000),
                        "(".repeat(200_000),
                        "a in (" + "b,".repeat(100_000) + ")",
                        "a in (".repeat(20_000),
                        " ".repeat(200_000) + "a",
                        "a" + " ".repeat(200_000) + "=b",
                        "!".repeat(200_000),
                        "a=" + "b".repeat(1_000_000))
                .refusedBy(ClusterException.class)
                .longestMessage(2_000)
                .run(selector -> {
                    cluster.list(
                            ResourceType.SECRETS, Selection.everyNamespace().withLabels(selector), each -> {});
                    cluster.list(
                            ResourceType.SECRETS, Selection.everyNamespace().withFields(selector), each -> {});
                    return List.of();
                });
        cluster.close();
    }
}

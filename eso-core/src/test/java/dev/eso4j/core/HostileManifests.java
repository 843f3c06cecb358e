package dev.eso4j.core;

import dev.eso4j.fuzz.Chaos;
import java.util.ArrayList;
import java.util.List;

/** Manifests that nobody should be able to do harm with. */
public final class HostileManifests {
    /** The value of a Secret in most of them. */
    public static final String CANARY = "canary-7f3a";

    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata: {name: source, namespace: shop, labels: {app: shop}}
            type: Opaque
            stringData:
              password: "canary-7f3a"
            """;
    private static final String STORE = """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata:
              name: store
              namespace: shop
            spec:
              refreshInterval: 60
              retrySettings: {maxRetries: 1, retryInterval: 1ms}
              provider:
                memory: {}
            """;
    private static final String CLUSTER_STORE = """
            apiVersion: external-secrets.io/v1
            kind: ClusterSecretStore
            metadata: {name: wide}
            spec:
              conditions:
                - namespaceRegexes: ["^sh.*$", "(a|b)+"]
                - namespaceSelector: {matchExpressions: [{key: team, operator: In, values: [a, b]}]}
                - namespaces: [shop]
              provider:
                memory: {tokenRef: {name: source, namespace: shop, key: password}}
            """;
    private static final String EXTERNAL_SECRET = """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata:
              name: app
              namespace: shop
              labels: {team: a}
              annotations: {note: "line"}
            spec:
              secretStoreRef: {name: store, kind: SecretStore}
              refreshInterval: 1h30m
              refreshPolicy: Periodic
              syncWindows: {kind: deny, windows: [{schedule: "0 2 * * 1-5", duration: 90m}]}
              target:
                name: app
                creationPolicy: Owner
                deletionPolicy: Retain
                template: {type: Opaque, metadata: {labels: {a: b}}, data: {fixed: text}, mergePolicy: Merge}
              data:
                - secretKey: user
                  remoteRef: {key: json, property: a, version: "1", decodingStrategy: Auto}
                - secretKey: raw
                  remoteRef: {key: plain, nullBytePolicy: Fail, metadataPolicy: None}
              dataFrom:
                - extract: {key: json, conversionStrategy: Unicode}
                  rewrite:
                    - merge: {strategy: Extract, conflictPolicy: Ignore, priority: [a], priorityPolicy: IgnoreNotFound}
                    - regexp: {source: "^(.*)$", target: "x_${1}"}
                - find: {name: {regexp: "^p.*"}, tags: {env: prod}, path: /x}
                  sourceRef: {storeRef: {name: wide, kind: ClusterSecretStore}}
            """;
    private static final String JSON = """
            {"apiVersion": "v1", "kind": "List", "items": [
              {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "map", "namespace": "shop"},
               "data": {"key": "value"}, "binaryData": {"b": "AAEC"}},
              {"apiVersion": "external-secrets.io/v1beta1", "kind": "ExternalSecret",
               "metadata": {"name": "old", "namespace": "shop", "generation": 3, "resourceVersion": "12"},
               "spec": {"secretStoreRef": {"name": "store"}, "target": {"creationPolicy": "Merge"},
                        "data": [{"secretKey": "k", "remoteRef": {"key": "json"}}]},
               "status": {"conditions": [{"type": "Ready", "status": "True"}]}}]}
            """;
    private static final List<String> GOOD = List.of(SECRET, STORE, CLUSTER_STORE, EXTERNAL_SECRET, EXTERNAL_SECRET);

    private HostileManifests() {}

    /** Returns good manifests of each kind. */
    public static String good() {
        return String.join("---\n", GOOD);
    }

    /** Returns a text that may be a manifest. */
    public static String random(Chaos chaos) {
        return switch (chaos.below(10)) {
            case 0 -> chaos.mutate(JSON);
            case 1 -> new String(chaos.bytes(400), java.nio.charset.StandardCharsets.ISO_8859_1);
            case 2 ->
                "{\"apiVersion\":\"external-secrets.io/v1\",\"kind\":\"ExternalSecret\",\"metadata\":{\"name\":\"x\"},"
                        + "\"spec\":" + chaos.json(6) + "}";
            case 3 ->
                "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: x, namespace: shop}\n"
                        + "spec: " + chaos.json(5) + "\n";
            case 4 -> chaos.text() + ": " + chaos.text() + "\n" + chaos.text();
            default -> all(chaos);
        };
    }

    /** Returns manifests of all kinds, one of them damaged. */
    public static String all(Chaos chaos) {
        int damaged = chaos.below(GOOD.size() - 1);
        List<String> documents = new ArrayList<>(GOOD.subList(0, GOOD.size() - 1));
        documents.set(damaged, chaos.mutate(documents.get(damaged)));
        return String.join("---\n", documents);
    }

    /** Returns the canary, if it still stands where the value of a Secret stands; a mutation may have made it a name. */
    public static String canary(String manifests) {
        boolean once = manifests.indexOf(CANARY) == manifests.lastIndexOf(CANARY);
        return once && manifests.contains("stringData:\n  password: \"" + CANARY + "\"\n") ? CANARY : "";
    }

    private static String secret(String more) {
        return "apiVersion: v1\nkind: Secret\nmetadata: {name: x, namespace: shop}\n" + more + "\n";
    }

    /** Returns what takes time, stack or memory in readers that believe everything. */
    public static String[] monsters() {
        String open =
                "apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {name: x}\nspec: {provider: {other: ";
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1) + "]\n");
        }
        StringBuilder merges = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int i = 1; i < 200; i++) {
            merges.append("a" + i + ": &a" + i + " {<<: *a" + (i - 1) + ", k" + i + ": *a" + (i - 1) + "}\n");
        }
        StringBuilder fields =
                new StringBuilder("{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"x\"}");
        StringBuilder indented = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            fields.append(",\"field" + i + "\":1");
        }
        for (int i = 0; i < 2_000; i++) {
            indented.append(" ".repeat(i)).append("a:\n");
        }
        String longKey = "k".repeat(500_000);
        return new String[] {
            "[".repeat(100_000),
            "{a: ".repeat(100_000),
            "- ".repeat(100_000) + "x",
            "? ".repeat(100_000) + "x",
            indented.toString(),
            Chaos.nested("{\"a\":", "1", "}", 100_000),
            "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"x\":" + Chaos.nested("[", "", "]", 100_000) + "}",
            open + Chaos.nested("[", "", "]", 50) + "}}\n",
            "{\"apiVersion\":\"external-secrets.io/v1\",\"kind\":\"SecretStore\",\"metadata\":{\"name\":\"x\"},\"spec\":"
                    + "{\"provider\":{\"other\":" + Chaos.nested("[", "", "]", 900) + "}}}",
            laughs.toString(),
            merges.toString(),
            "a: &a [*a]\n",
            "a: &a {b: *a}\n",
            "a: &a {<<: *a}\n",
            "&a {<<: *a, *a : *a}\n",
            "a: &a \"" + "x".repeat(1_000_000) + "\"\nb: [" + "*a, ".repeat(100_000) + "*a]\n",
            secret("x: " + "9".repeat(1_000_000)),
            secret("x: 0x" + "f".repeat(1_000_000)),
            secret("x: 0." + "1".repeat(1_000_000)),
            secret("x: 1e999999999"),
            "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"x\":" + "9".repeat(1_000_000) + "}",
            "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"x\":1e999999999}",
            "{\"" + longKey + "\":[" + "1,".repeat(100_000) + "1]}",
            "\"" + longKey + "\": [" + "1, ".repeat(100_000) + "1]\n",
            "? \"" + longKey + "\"\n: [" + "1, ".repeat(100_000) + "1]\n",
            fields + "}",
            "---\n".repeat(200_000),
            "# ".repeat(1_000_000) + "\n",
            "x".repeat(50 << 20),
            "{\"x\":\"" + "x".repeat(50 << 20) + "\"}",
            secret("stringData: {a: \"\\ud800\", \"\\udc00\": b}"),
            "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"x\"},\"stringData\":{\"a\":\"\\ud800\"}}",
            "%YAML 9.9\n---\nx\n",
            "%TAG ! tag:x,2026:\n---\n!x {a: !!set {b}, c: !!java/object:java.net.URL [x]}\n",
            secret("data: {a: !!binary AAEC, b: \"====\", c: \"AA\"}"),
            "\ufeff" + secret("stringData: {a: b}"),
            "\u0000\u0001\u0002",
            secret("metadata: {name: y}"),
            "apiVersion: v1\nkind: List\nitems: [" + "{}, ".repeat(50_000) + "{}]\n",
        };
    }
}

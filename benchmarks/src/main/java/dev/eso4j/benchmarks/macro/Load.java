package dev.eso4j.benchmarks.macro;

import java.io.IOException;

/** The objects of a run, and the writes that each of them cannot do without. */
final class Load {
    static final String NAMESPACE = "bench";
    static final String EXTERNAL_SECRETS = "/apis/external-secrets.io/v1/namespaces/" + NAMESPACE + "/externalsecrets";

    private static final String SECRETS = "/api/v1/namespaces/" + NAMESPACE + "/secrets";

    private Load() {}

    static String namespaceAndStore() {
        return """
                apiVersion: v1
                kind: Namespace
                metadata: {name: bench}
                ---
                apiVersion: external-secrets.io/v1
                kind: ClusterSecretStore
                metadata: {name: store}
                spec:
                  provider:
                    fake:
                      data: [{key: k0, value: '{"a":"value-0","b":"x"}'}]
                """;
    }

    /** Creates one ExternalSecret, with one entry from the store. */
    static void create(KeptConnection connection, int number, String interval) throws IOException {
        connection.send("POST", EXTERNAL_SECRETS, "application/json", """
                {"apiVersion":"external-secrets.io/v1","kind":"ExternalSecret","metadata":{"name":"es-%d","namespace":"bench"},\
                "spec":{"refreshInterval":"%s","secretStoreRef":{"kind":"ClusterSecretStore","name":"store"},\
                "data":[{"secretKey":"key0","remoteRef":{"key":"k0","property":"a"}}]}}""".formatted(number, interval));
    }

    /** Writes the Secret and the status of one ExternalSecret, and nothing else. */
    static void floor(KeptConnection connection, int number) throws IOException {
        connection.send("POST", SECRETS, "application/json", """
                {"apiVersion":"v1","kind":"Secret","metadata":{"name":"es-%d",\
                "labels":{"reconcile.external-secrets.io/managed":"true"}},"data":{"key0":"dmFsdWUtMA=="}}""".formatted(number));
        connection.send("PATCH", EXTERNAL_SECRETS + "/es-" + number + "/status", "application/merge-patch+json", """
                {"status":{"refreshTime":"2026-01-01T00:00:00Z","conditions":[{"type":"Ready","status":"True",\
                "reason":"SecretSynced","message":"secret synced","lastTransitionTime":"2026-01-01T00:00:00Z"}]}}""");
    }
}

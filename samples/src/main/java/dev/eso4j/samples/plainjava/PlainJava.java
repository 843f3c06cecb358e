package dev.eso4j.samples.plainjava;

import dev.eso4j.api.SecretValue;
import dev.eso4j.core.SecretSync;
import dev.eso4j.core.SyncReport;
import java.util.Map;

/** Fetches a password by the manifests that a cluster would use, without a cluster. */
public final class PlainJava {
    private PlainJava() {}

    /** Prints what was done, and never a value. */
    public static void main(String[] args) {
        Map<String, SecretValue> database = database();
        System.out.println("keys: " + database.keySet());
    }

    static Map<String, SecretValue> database() {
        // README: begin
        String manifests = """
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                metadata: {name: vault, namespace: shop}
                spec: {provider: {fake: {data: [{key: shop/database, value: '{"password":"s3cret"}'}]}}}
                ---
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: database, namespace: shop}
                spec:
                  secretStoreRef: {name: vault}
                  data:
                    - {secretKey: password, remoteRef: {key: shop/database, property: password}}
                """;
        try (SecretSync sync = SecretSync.builder().manifests(manifests).build()) {
            SyncReport report = sync.sync().orThrow();
            System.out.println(report.summary()); // 1 created
            Map<String, SecretValue> database = sync.secret("shop", "database").orElseThrow();
            // README: end
            return database;
        }
    }
}

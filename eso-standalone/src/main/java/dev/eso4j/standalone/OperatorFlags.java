package dev.eso4j.standalone;

import static dev.eso4j.standalone.FlagSet.Type.BOOL;
import static dev.eso4j.standalone.FlagSet.Type.DURATION;
import static dev.eso4j.standalone.FlagSet.Type.INT;
import static dev.eso4j.standalone.FlagSet.Type.STRING;

/** The flags of the operator: those of the existing one, with the same names and defaults, and a few of our own. */
final class OperatorFlags {
    /** What the flags for delimiters are for, in whichever command. */
    static final String LEFT = "what opens an action of the templates of targets";

    static final String RIGHT = "what closes an action of the templates of targets";

    private OperatorFlags() {}

    static FlagSet all() {
        FlagSet flags = new FlagSet()
                .add("metrics-addr", STRING, ":8080", "address of the metrics; 0 switches them off")
                .add("live-addr", STRING, ":8082", "address of /healthz and /readyz; 0 switches them off")
                .add(
                        "stuck-after",
                        DURATION,
                        "10m0s",
                        "/healthz fails when one object has been worked on for longer; 0 switches that off")
                .add(
                        "debug-token-file",
                        STRING,
                        "",
                        "file with the token that /debug/state at --live-addr asks for; no such page if not given")
                .add("controller-class", STRING, "default", "stores of another class are left alone")
                .add("enable-leader-election", BOOL, "false", "only one replica works at a time")
                .add("leader-election-id", STRING, "external-secrets-controller", "name of the Lease")
                .add("leader-election-namespace", STRING, "", "namespace of the Lease; the pod's own if not given")
                .add("leader-election-lease-duration", DURATION, "15s", "how long others wait for a silent holder")
                .add("leader-election-renew-deadline", DURATION, "10s", "how long the holder tries to renew")
                .add("leader-election-retry-period", DURATION, "2s", "how often it is tried")
                .add("concurrent", INT, "16", "objects of each kind that are worked on at once")
                .add("client-qps", INT, "0", "requests a second to the API server; 0 leaves that to the API server")
                .add("client-burst", INT, "100", "requests beyond --client-qps at once")
                .add("loglevel", STRING, "info", "debug, info, warn, error, dpanic, panic or fatal")
                .add("log-format", STRING, "json", "json or text")
                .add("zap-time-encoding", STRING, "epoch", "epoch, millis, nano, iso8601, rfc3339 or rfc3339nano")
                .add("namespace", STRING, "", "the one namespace to work on; all if not given")
                .add("enable-secret-store-reconciler", BOOL, "true", "check SecretStores")
                .add("enable-cluster-store-reconciler", BOOL, "true", "check ClusterSecretStores and let them be used")
                .add("store-requeue-interval", DURATION, "5m0s", "how often a store is checked")
                .add("enable-flood-gate", BOOL, "true", "read only from stores that are ready")
                .add("enable-extended-metric-labels", BOOL, "false", "add app.kubernetes.io labels to metrics")
                .add("read-sharing", DURATION, "10s", "how old a backend read may be to serve another periodic sync")
                .add("calls-per-store", INT, "48", "calls that each store's backend gets at once")
                .add("backend-timeout", DURATION, "30s", "after what time a call of a backend is given up")
                .add(
                        "refresh-time-granularity",
                        DURATION,
                        "0s",
                        "how old status.refreshTime may get before a refresh without changes is written down")
                .add("template-left-delimiter", STRING, "{{", LEFT)
                .add("template-right-delimiter", STRING, "}}", RIGHT)
                .add(
                        GenericTargetFlags.ALLOW,
                        BOOL,
                        "false",
                        "let ExternalSecrets write objects other than Secrets, wherever the operator's rights allow it")
                .add(
                        GenericTargetFlags.KINDS,
                        STRING,
                        "",
                        "the kinds of such objects, as Kind or Kind.group, separated by commas; if not given, all with"
                                + " a namespace but those of RBAC; needs --unsafe-allow-generic-targets")
                .add("enable-events", BOOL, "true", "write events")
                .add(
                        "kubeconfig",
                        STRING,
                        "",
                        "path of a kubeconfig; KUBECONFIG, ~/.kube/config or the pod if not given")
                .add("help", BOOL, "false", "show the flags");
        notBuilt(flags);
        return withoutPurpose(flags);
    }

    private static void notBuilt(FlagSet flags) {
        String later = "the controller that it belongs to is not built yet";
        flags.ignored("enable-cluster-external-secret-reconciler", BOOL, "true", later)
                .ignored("enable-push-secret-reconciler", BOOL, "true", later)
                .ignored("enable-cluster-push-secret-reconciler", BOOL, "true", later)
                .ignored("enable-generator-state", BOOL, "true", later)
                .ignored("generator-gc-grace-period", DURATION, "2m0s", later)
                .ignored(
                        "metrics-secure",
                        BOOL,
                        "false",
                        "metrics over HTTPS are not built yet; none are served with it")
                .ignored(
                        "metrics-auth",
                        BOOL,
                        "false",
                        "metrics with a token are not built yet; none are served with it")
                .ignored("metrics-cert-dir", STRING, "", "metrics over HTTPS are not built yet")
                .ignored("metrics-cert-name", STRING, "tls.crt", "metrics over HTTPS are not built yet")
                .ignored("metrics-key-name", STRING, "tls.key", "metrics over HTTPS are not built yet");
    }

    private static FlagSet withoutPurpose(FlagSet flags) {
        String caches = "the operator keeps metadata and digests of managed Secrets and needs no other cache";
        String provider = "the provider that it belongs to is not built yet";
        return flags.ignored("enable-secrets-caching", BOOL, "false", caches)
                .ignored("enable-configmaps-caching", BOOL, "false", caches)
                .ignored("enable-managed-secrets-caching", BOOL, "true", caches)
                .ignored("enable-secret-api-read-on-cache-mismatch", BOOL, "true", caches)
                .ignored("enable-http2", BOOL, "false", "metrics are served by HTTP/1.1")
                .ignored("enable-vault-token-cache", BOOL, "false", provider)
                .ignored("vault-token-cache-size", INT, "262144", provider)
                .ignored("experimental-enable-vault-token-cache", BOOL, "false", provider)
                .ignored("experimental-vault-token-cache-size", INT, "262144", provider)
                .ignored("experimental-enable-doppler-oidc-cache", BOOL, "false", provider)
                .ignored("experimental-doppler-oidc-cache-size", INT, "262144", provider)
                .ignored("doppler-etag-cache-size", INT, "16384", provider)
                .ignored("mysterybox-tokens-cache-size", INT, "4096", provider)
                .ignored("mysterybox-connections-cache-size", INT, "128", provider);
    }
}

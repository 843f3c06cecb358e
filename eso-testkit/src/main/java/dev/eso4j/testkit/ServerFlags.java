package dev.eso4j.testkit;

import java.nio.file.Path;
import java.util.List;

/** The command lines of the servers; relative paths are inside the control plane's folder. */
final class ServerFlags {
    private ServerFlags() {}

    static List<String> etcd(int port, int peerPort) {
        String client = "http://127.0.0.1:" + port;
        String peer = "http://127.0.0.1:" + peerPort;
        return List.of(
                "--data-dir=etcd",
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=default=" + peer,
                "--unsafe-no-fsync",
                "--log-level=error");
    }

    static List<String> apiServer(int port, int etcdPort) {
        return List.of(
                "--etcd-servers=http://127.0.0.1:" + etcdPort,
                "--bind-address=127.0.0.1",
                "--secure-port=" + port,
                // No one reaches the API server through the Service "kubernetes", and no other interface is needed.
                "--advertise-address=127.0.0.1",
                "--endpoint-reconciler-type=none",
                "--cert-dir=certs",
                "--service-account-key-file=sa.key",
                "--service-account-signing-key-file=sa.key",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-cluster-ip-range=10.0.0.0/24",
                "--token-auth-file=tokens.csv",
                "--audit-policy-file=" + AuditLog.POLICY_FILE,
                "--audit-log-path=" + AuditLog.FILE,
                "--authorization-mode=RBAC");
    }

    static List<String> controllers(Path kubeconfig) {
        return List.of(
                "--kubeconfig=" + kubeconfig,
                "--controllers=namespace-controller,garbage-collector-controller,serviceaccount-controller",
                "--service-account-private-key-file=sa.key",
                "--root-ca-file=certs/apiserver.crt",
                "--use-service-account-credentials=false",
                "--leader-elect=false",
                "--secure-port=0");
    }
}

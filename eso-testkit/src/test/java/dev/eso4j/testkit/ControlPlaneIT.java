package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithControlPlane
@DisplayName("A control plane for tests")
class ControlPlaneIT {
    @Test
    @DisplayName("reports the Kubernetes version it was built from")
    void version(ControlPlane cluster) {
        assertThat(cluster.kubectl("get", "--raw", "/version"))
                .contains("\"gitVersion\": \"v1.36.3\"", "\"minor\": \"36\"");
    }

    @Test
    @DisplayName("gives every test a namespace of its own, with the default ServiceAccount")
    void namespaces(ControlPlane cluster) {
        String one = cluster.newNamespace();
        String two = cluster.newNamespace();

        assertThat(one).isNotEqualTo(two);
        assertThat(cluster.kubectl("-n", one, "get", "serviceaccount", "default", "-o", "name"))
                .isEqualTo("serviceaccount/default\n");
    }

    @Test
    @DisplayName("deletes what is owned by a deleted object, and namespaces with their content")
    void controllersRun(ControlPlane cluster) {
        String namespace = cluster.newNamespace();
        cluster.kubectl("-n", namespace, "create", "configmap", "owner");
        String uid = cluster.kubectl("-n", namespace, "get", "configmap", "owner", "-o", "jsonpath={.metadata.uid}");
        cluster.apply("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: owned
                  namespace: %s
                  ownerReferences:
                  - {apiVersion: v1, kind: ConfigMap, name: owner, uid: %s}
                """.formatted(namespace, uid));

        cluster.kubectl("-n", namespace, "delete", "configmap", "owner");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> cluster.kubectl("-n", namespace, "get", "secrets", "-o", "name")
                        .isEmpty());

        cluster.kubectl("delete", "namespace", namespace, "--wait=true", "--timeout=60s");
        assertThat(cluster.tryKubectl("get", "namespace", namespace).err()).contains("NotFound");
    }

    @Test
    @DisplayName("issues service account tokens that sign in as that account")
    void serviceAccountTokens(ControlPlane cluster, @TempDir Path folder) throws IOException {
        String namespace = cluster.newNamespace();
        String token =
                cluster.kubectl("-n", namespace, "create", "token", "default").strip();
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), cluster.kubeconfigForToken(token));

        assertThat(cluster.kubectl(
                        "--kubeconfig",
                        kubeconfig.toString(),
                        "auth",
                        "whoami",
                        "-o",
                        "jsonpath={.status.userInfo.username}"))
                .isEqualTo("system:serviceaccount:" + namespace + ":default");
    }

    @Test
    @DisplayName("says what kubectl said when a command fails")
    void failingCommand(ControlPlane cluster) {
        assertThatThrownBy(() -> cluster.kubectl("get", "configmap", "absent"))
                .isInstanceOf(ControlPlaneException.class)
                .hasMessageContaining("\"absent\" not found");
        assertThatThrownBy(() -> cluster.apply("apiVersion: v1\nkind: Nothing\nmetadata: {name: it}\n"))
                .isInstanceOf(ControlPlaneException.class)
                .hasMessageContaining("Nothing");
    }

    @Test
    @DisplayName("lets a user without groups do only what RBAC allows, and leaves nothing behind when closed")
    void usersAndEnd(@TempDir Path folder) throws IOException {
        Path files;
        try (ControlPlane own =
                ControlPlane.builder().user("visitor", "visitor-token").start()) {
            files = own.kubeconfig().getParent();
            Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), own.kubeconfigFor("visitor"));

            KubectlResult refused = own.tryKubectl("--kubeconfig", kubeconfig.toString(), "get", "secrets");

            assertThat(refused.ok()).isFalse();
            assertThat(refused.err()).contains("User \"visitor\" cannot list resource \"secrets\"");
            assertThat(files).isDirectory();
        }
        assertThat(files).doesNotExist();
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(p -> p.info().commandLine().orElse("").contains(files.toString())))
                .isEmpty();
    }

    @Test
    @DisplayName("that cannot start says why, with the end of the server's log")
    void brokenStart(@TempDir Path folder) throws IOException {
        for (String program : new String[] {"etcd", "kube-apiserver", "kube-controller-manager", "kubectl"}) {
            Path script = Files.writeString(
                    folder.resolve(program), "#!/bin/sh\necho \"$(basename $0): no such disk\"; exit 3\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        assertThatThrownBy(() -> ControlPlane.builder().programs(folder).start())
                .isInstanceOf(ControlPlaneException.class)
                .hasMessageContaining("a server ended")
                .hasMessageContaining("ended with 3")
                .hasMessageContaining("etcd: no such disk");
    }
}

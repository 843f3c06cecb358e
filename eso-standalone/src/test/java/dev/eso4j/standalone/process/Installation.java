package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.KubectlResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code deploy/} makes of a namespace: an operator's ServiceAccount with exactly the rights that it grants, and the
 * command line of the Deployment.
 *
 * @param namespace where it is
 * @param account the name of the ServiceAccount
 * @param kubeconfig a kubeconfig of that ServiceAccount
 * @param jvm the flags of the JVM
 * @param flags the flags of the operator
 */
public record Installation(String namespace, String account, String kubeconfig, List<String> jvm, List<String> flags) {
    private static final Path DEPLOY =
            OperatorProcess.JAR.resolve("../../../deploy").normalize();

    /** Applies {@code deploy/<folder>} to a new namespace; the API server must accept it without a warning. */
    public static Installation of(ControlPlane cluster, String folder) {
        cluster.installCrds();
        String namespace = cluster.newNamespace();
        cluster.kubectl("label", "namespace", namespace, "pod-security.kubernetes.io/warn=restricted");
        KubectlResult applied = cluster.pipe(
                overlay(cluster, folder, namespace), "apply", "--server-side", "--validate=strict", "-f", "-");
        assertThat(applied.err()).isEmpty();
        String account = "eso4j-" + namespace;
        String token =
                cluster.kubectl("create", "token", account, "-n", namespace).strip();
        List<String> jvm = new ArrayList<>();
        List<String> flags = new ArrayList<>();
        List<String> into = jvm;
        for (JsonNode arg : container(cluster, namespace).path("args")) {
            if (arg.asText().equals("operator")) {
                into = flags;
            } else if (!arg.asText().equals("-jar") && !arg.asText().endsWith(".jar")) {
                into.add(arg.asText().replace("$(POD_NAMESPACE)", namespace));
            }
        }
        return new Installation(namespace, account, cluster.kubeconfigForToken(token), jvm, flags);
    }

    /** Returns the name under which the API server knows the operator. */
    public String user() {
        return "system:serviceaccount:" + namespace + ":" + account;
    }

    /** Starts the operator as the Deployment does, with more flags. */
    public OperatorProcess start(String... more) {
        List<String> all = new ArrayList<>(flags);
        // In a pod this is read from the ServiceAccount's volume.
        all.add("--leader-election-namespace=" + namespace);
        all.addAll(List.of(more));
        return OperatorProcess.start(jvm, kubeconfig, all.toArray(String[]::new));
    }

    private static JsonNode container(ControlPlane cluster, String namespace) {
        try {
            String json = cluster.kubectl("get", "deployment", "eso4j-" + namespace, "-n", namespace, "-o", "json");
            return new ObjectMapper().readTree(json).at("/spec/template/spec/containers/0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String overlay(ControlPlane cluster, String folder, String namespace) {
        try {
            Path overlay = Files.createDirectories(OperatorProcess.JAR.resolveSibling("kustomize/" + namespace));
            // The suffix keeps the cluster-scoped objects of two installations apart.
            Files.writeString(overlay.resolve("kustomization.yaml"), """
                    apiVersion: kustomize.config.k8s.io/v1beta1
                    kind: Kustomization
                    namespace: %s
                    nameSuffix: -%s
                    resources: [%s]
                    """.formatted(
                            namespace, namespace, overlay.relativize(DEPLOY.resolve(folder))));
            return cluster.kubectl("kustomize", overlay.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.eso4j.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.testkit.ControlPlane;
import dev.eso4j.testkit.WithControlPlane;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithControlPlane
@DisplayName("The metrics of an operator")
class MetricsIT {
    /** Type, name and labels in alphabetical order, as dashboards and alerts for the existing operator expect them. */
    private static final List<String> GOLDEN = List.of(
            "counter externalsecret_sync_calls_total{name,namespace}",
            "counter externalsecret_sync_calls_error{name,namespace}",
            "gauge externalsecret_status_condition{condition,name,namespace,status}",
            "gauge externalsecret_reconcile_duration{name,namespace}",
            "counter externalsecret_provider_api_calls_count{call,provider,status}",
            "gauge secretstore_status_condition{condition,name,namespace,status}",
            "gauge secretstore_reconcile_duration{name,namespace}",
            "gauge clustersecretstore_status_condition{condition,name,namespace,status}",
            "gauge clustersecretstore_reconcile_duration{name,namespace}",
            "counter controller_runtime_reconcile_total{controller,result}",
            "counter controller_runtime_reconcile_errors_total{controller}",
            "histogram controller_runtime_reconcile_time_seconds{controller}",
            "gauge controller_runtime_active_workers{controller}",
            "gauge controller_runtime_max_concurrent_reconciles{controller}",
            "gauge workqueue_depth{name}",
            "counter workqueue_adds_total{name}",
            "counter workqueue_retries_total{name}",
            "histogram workqueue_work_duration_seconds{name}",
            "gauge workqueue_unfinished_work_seconds{name}",
            "gauge workqueue_longest_running_processor_seconds{name}",
            "counter rest_client_requests_total{code,host,method}",
            "gauge leader_election_master_status{name}");

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");

    @Test
    @DisplayName("have the names, types and labels of the existing operator")
    void golden(ControlPlane cluster) {
        Installation installation = Installation.of(cluster, "base");
        String namespace = prepare(cluster);
        try (OperatorProcess operator = installation.start()) {
            String metrics = synced(cluster, operator, namespace);
            assertThat(shapes(metrics)).containsAll(GOLDEN);
            assertThat(metrics)
                    .doesNotContain("_error_total", "_count_total")
                    .contains(
                            "externalsecret_status_condition{name=\"good\",namespace=\"" + namespace
                                    + "\",condition=\"Ready\",status=\"True\"} 1\n",
                            "externalsecret_status_condition{name=\"good\",namespace=\"" + namespace
                                    + "\",condition=\"Ready\",status=\"False\"} 0\n",
                            "externalsecret_status_condition{name=\"bad\",namespace=\"" + namespace
                                    + "\",condition=\"Ready\",status=\"False\"} 1\n",
                            "externalsecret_provider_api_calls_count{provider=\"Kubernetes\",call=\"GetSecret\"",
                            "clustersecretstore_status_condition{name=\"" + namespace + "\",namespace=\"\"",
                            "workqueue_depth{name=\"externalsecret\"}",
                            "controller_runtime_reconcile_errors_total{controller=\"clustersecretstore\"} 0\n");

            cluster.kubectl("delete", "externalsecret", "good", "-n", namespace);
            String gone = "name=\"good\",namespace=\"" + namespace + "\"";
            Awaitility.await("no series of what is gone")
                    .until(() -> !operator.metrics().contains(gone));
        }
    }

    @Test
    @DisplayName("take six labels more from an object, but never its name and namespace")
    void extended(ControlPlane cluster) {
        Installation installation = Installation.of(cluster, "base");
        String namespace = prepare(cluster);
        cluster.kubectl(
                "label",
                "externalsecret",
                "good",
                "-n",
                namespace,
                "name=forged",
                "namespace=forged",
                "app.kubernetes.io/part-of=shop");
        try (OperatorProcess operator = installation.start("--enable-extended-metric-labels")) {
            String metrics = synced(cluster, operator, namespace);
            assertThat(metrics)
                    .doesNotContain("forged")
                    .contains("externalsecret_sync_calls_total{name=\"good\",namespace=\"" + namespace
                            + "\",app_kubernetes_io_name=\"\",app_kubernetes_io_instance=\"\","
                            + "app_kubernetes_io_version=\"\",app_kubernetes_io_component=\"\","
                            + "app_kubernetes_io_part_of=\"shop\",app_kubernetes_io_managed_by=\"\"}");
        }
    }

    private static String prepare(ControlPlane cluster) {
        String namespace = cluster.newNamespace();
        cluster.kubectl("create", "secret", "generic", "key", "-n", namespace, "--from-literal=p=v");
        cluster.apply(Fixtures.kubernetesStore(cluster, namespace, "kube")
                + Fixtures.fakeStore(namespace, namespace, "v")
                        .replace("kind: SecretStore", "kind: ClusterSecretStore")
                        .replace(", namespace: " + namespace, "")
                + Fixtures.externalSecret(namespace, "good", "SecretStore", "kube")
                + Fixtures.externalSecret(namespace, "good-too", "ClusterSecretStore", namespace)
                + Fixtures.externalSecret(namespace, "bad", "SecretStore", "nobody"));
        return namespace;
    }

    private static String synced(ControlPlane cluster, OperatorProcess operator, String namespace) {
        Fixtures.awaitReason(cluster, "externalsecret", namespace, "good", "SecretSynced");
        Fixtures.awaitReason(cluster, "externalsecret", namespace, "good-too", "SecretSynced");
        Fixtures.awaitReason(cluster, "externalsecret", namespace, "bad", "SecretSyncedError");
        Fixtures.awaitReason(cluster, "clustersecretstore", namespace, namespace, "Valid");
        // The status is written a moment before the numbers.
        Awaitility.await("numbers").until(() -> {
            String metrics = operator.metrics();
            return metrics.contains("externalsecret_sync_calls_error{name=\"bad\"")
                    && metrics.contains("externalsecret_reconcile_duration{name=\"good\"")
                    && metrics.contains("clustersecretstore_reconcile_duration{name=\"" + namespace + "\"");
        });
        return operator.metrics();
    }

    private static TreeSet<String> shapes(String metrics) {
        TreeSet<String> shapes = new TreeSet<>();
        String type = "";
        String name = "";
        for (String line : metrics.split("\n")) {
            Matcher head = TYPE.matcher(line);
            if (head.matches()) {
                name = head.group(1);
                type = head.group(2);
            } else if (!line.startsWith("#") && line.startsWith(name)) {
                TreeSet<String> labels = new TreeSet<>();
                Matcher label = Pattern.compile("(\\w+)=\"").matcher(line);
                while (label.find()) {
                    labels.add(label.group(1));
                }
                labels.remove("le");
                shapes.add(type + " " + name + "{" + String.join(",", labels) + "}");
            }
        }
        return shapes;
    }
}

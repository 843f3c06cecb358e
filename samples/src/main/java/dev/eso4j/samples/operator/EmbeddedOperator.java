package dev.eso4j.samples.operator;

import dev.eso4j.core.EsoOperator;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.KubernetesCluster;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;

/** Runs an operator for one namespace inside an application, for as long as the application lives. */
public final class EmbeddedOperator {
    private EmbeddedOperator() {}

    /** Runs against the cluster of the kubeconfig, for the namespace of the first argument. */
    public static void main(String[] args) throws InterruptedException, TimeoutException {
        try (Cluster cluster = KubernetesCluster.builder().build();
                EsoOperator operator = start(cluster, args[0])) {
            System.out.println("the operator is " + operator.health().state());
            new CountDownLatch(1).await();
        }
    }

    static EsoOperator start(Cluster cluster, String namespace) throws InterruptedException, TimeoutException {
        EsoOperator operator = EsoOperator.builder(cluster).namespace(namespace).build();
        operator.startAndWait(Duration.ofSeconds(30));
        return operator;
    }
}

package dev.eso4j.core.cluster;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The child of {@link ListInPagesTest}: lists ExternalSecrets in a small heap, keeps none, and prints how many there were. */
final class ManyPages {
    private ManyPages() {}

    public static void main(String[] args) {
        AtomicInteger count = new AtomicInteger();
        try (KubernetesCluster cluster =
                KubernetesCluster.builder().kubeconfig(Path.of(args[0])).build()) {
            String version = cluster.list(
                    ResourceType.EXTERNAL_SECRETS, Selection.everyNamespace(), e -> count.incrementAndGet());
            System.out.println(count + " as of " + version);
        }
    }
}

package dev.eso4j.standalone;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.pushsecret.PushSecret;
import dev.eso4j.core.SecretSync;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.KubeSecret;
import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.core.cluster.KubernetesClusterBuilder;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.standalone.render.TemplateInput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cluster of {@code eso template}, connected when something is first read there; nothing is ever written. */
final class TemplateCluster implements AutoCloseable {
    private final FlagSet.Values flags;
    private @Nullable KubernetesCluster connected;

    TemplateCluster(FlagSet.Values flags) {
        this.flags = flags;
    }

    Cluster connect() {
        KubernetesCluster known = connected;
        if (known != null) {
            return known;
        }
        KubernetesClusterBuilder builder = KubernetesCluster.builder();
        if (!flags.text("kubeconfig").isEmpty()) {
            builder.kubeconfig(Path.of(flags.text("kubeconfig")));
        }
        KubernetesCluster cluster = builder.build();
        connected = cluster;
        return cluster;
    }

    /** Returns the object that an argument {@code [NAMESPACE/]NAME} means. */
    TemplateInput live(String argument) {
        int slash = argument.indexOf('/');
        String namespace = slash < 0 ? flags.text("namespace") : argument.substring(0, slash);
        String name = argument.substring(slash + 1);
        boolean push = flags.text("kind").equals("PushSecret");
        return TemplateInput.ofCluster(connect(), push ? PushSecret.class : ExternalSecret.class, namespace, name)
                .orElseThrow(() -> new AbsentException("there is no " + (push ? "PushSecret " : "ExternalSecret ")
                        + namespace + "/" + name + " in the cluster, and no file " + argument
                        + "; correct the name, --namespace or --kind, or choose another cluster by --kubeconfig"));
    }

    /** Returns the data of a Secret. */
    Map<String, byte[]> secret(String namespace, String name) {
        return connect()
                .get(ResourceType.SECRETS, namespace, name)
                .map(KubeSecret::data)
                .orElseThrow(() -> new AbsentException("there is no Secret " + namespace + "/" + name
                        + " in the cluster; correct --from-secret, or choose another cluster by --kubeconfig"));
    }

    /** Returns what the stores of the cluster have for an ExternalSecret, fetched as the operator does it. */
    Map<String, byte[]> fetched(TemplateInput input) {
        Optional<ExternalSecret> externalSecret = input.externalSecret();
        if (externalSecret.isEmpty()) {
            throw new UsageException(
                    "--data-from-backend is for ExternalSecrets; the values of a PushSecret are those of"
                            + " its source: --from-secret NAME");
        }
        input.cluster(connect());
        try (SecretSync sync = SecretSync.builder()
                .cluster(connect())
                .controllerClass(flags.text("controller-class"))
                .build()) {
            Map<String, byte[]> values = new LinkedHashMap<>();
            Map<String, SecretValue> fetched = sync.fetch(externalSecret.get());
            fetched.forEach((key, value) -> values.put(key, value.bytes()));
            return values;
        }
    }

    @Override
    public void close() {
        KubernetesCluster cluster = connected;
        if (cluster != null) {
            cluster.close();
        }
    }

    /** An object that is not there. */
    static final class AbsentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AbsentException(String message) {
            super(message);
        }
    }
}

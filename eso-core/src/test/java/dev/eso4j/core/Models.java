package dev.eso4j.core;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.cluster.LocalCluster;
import dev.eso4j.core.cluster.ResourceType;
import java.util.Map;

/** ExternalSecrets as the engine gets them: from a manifest, with the defaults of the API server. */
public final class Models {
    private Models() {}

    /** Returns the ExternalSecret {@code shop/NAME}; each member is one line of its spec. */
    public static ExternalSecret externalSecret(String name, String... members) {
        return externalSecret(name, Map.of(), Map.of(), members);
    }

    public static ExternalSecret externalSecret(
            String name, Map<String, String> labels, Map<String, String> annotations, String... members) {
        try (LocalCluster cluster = LocalCluster.create()) {
            cluster.load(SyncBench.manifest(name, members));
            ExternalSecret es =
                    cluster.get(ResourceType.EXTERNAL_SECRETS, "shop", name).orElseThrow();
            es.getMetadata().setLabels(labels);
            es.getMetadata().setAnnotations(annotations);
            es.getMetadata().setUid("uid-of-" + name);
            return es;
        }
    }
}

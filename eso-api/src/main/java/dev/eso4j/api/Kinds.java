package dev.eso4j.api;

import dev.eso4j.api.clusterexternalsecret.ClusterExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.generator.ClusterGenerator;
import dev.eso4j.api.generator.Fake;
import dev.eso4j.api.generator.GeneratorState;
import dev.eso4j.api.generator.MFA;
import dev.eso4j.api.generator.Password;
import dev.eso4j.api.generator.SSHKey;
import dev.eso4j.api.generator.UUID;
import dev.eso4j.api.generator.aws.ECRAuthorizationToken;
import dev.eso4j.api.generator.aws.STSSessionToken;
import dev.eso4j.api.generator.azure.ACRAccessToken;
import dev.eso4j.api.generator.beyondtrustworkloadcredentials.BeyondtrustWorkloadCredentialsDynamicSecret;
import dev.eso4j.api.generator.cloudsmith.CloudsmithAccessToken;
import dev.eso4j.api.generator.gcp.GCRAccessToken;
import dev.eso4j.api.generator.github.GithubAccessToken;
import dev.eso4j.api.generator.gitlab.GitlabDeployToken;
import dev.eso4j.api.generator.grafana.Grafana;
import dev.eso4j.api.generator.quay.QuayAccessToken;
import dev.eso4j.api.generator.vault.VaultDynamicSecret;
import dev.eso4j.api.generator.webhook.Webhook;
import dev.eso4j.api.pushsecret.ClusterPushSecret;
import dev.eso4j.api.pushsecret.PushSecret;
import dev.eso4j.api.store.ClusterSecretStore;
import dev.eso4j.api.store.SecretStore;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of the model, for those who deal with all of them, such as the generator of the CRDs.
 *
 * <p>Asking loads the classes of the kinds, but not those of the providers. Thread-safe.
 */
public final class Kinds {
    private static final List<Class<? extends CustomResource<?, ?>>> ALL = sorted(List.of(
            ACRAccessToken.class,
            BeyondtrustWorkloadCredentialsDynamicSecret.class,
            CloudsmithAccessToken.class,
            ClusterExternalSecret.class,
            ClusterGenerator.class,
            ClusterPushSecret.class,
            ClusterSecretStore.class,
            ECRAuthorizationToken.class,
            ExternalSecret.class,
            Fake.class,
            GCRAccessToken.class,
            GeneratorState.class,
            GithubAccessToken.class,
            GitlabDeployToken.class,
            Grafana.class,
            MFA.class,
            Password.class,
            PushSecret.class,
            QuayAccessToken.class,
            SSHKey.class,
            STSSessionToken.class,
            SecretStore.class,
            UUID.class,
            VaultDynamicSecret.class,
            Webhook.class));

    private Kinds() {}

    /** Returns the kinds, in the order of the names of their CRDs. */
    public static List<Class<? extends CustomResource<?, ?>>> all() {
        return ALL;
    }

    /** Returns the kind with the given name, such as {@code PushSecret}; nothing when the model has none of that name. */
    public static Optional<Class<? extends CustomResource<?, ?>>> named(String kind) {
        for (Class<? extends CustomResource<?, ?>> type : ALL) {
            if (HasMetadata.getKind(type).equals(kind)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static List<Class<? extends CustomResource<?, ?>>> sorted(
            List<Class<? extends CustomResource<?, ?>>> kinds) {
        return kinds.stream()
                .sorted(Comparator.comparing(kind -> HasMetadata.getFullResourceName(kind)))
                .toList();
    }
}

package dev.eso4j.api.generator;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.GeneratorKinds;
import dev.eso4j.api.crd.Rule;
import java.util.Map;

/**
 * A generator of one of the namespaced kinds.
 *
 * @param kind The kind of generator, such as {@code Password}.
 * @param generator The spec of a generator of that kind: exactly one member, named after the kind, as in {@code
 *     passwordSpec}. What it refers to is looked up in the namespace of the consumer.
 */
@ModelRecord
@Rule(
        check = "{"
                + "'ACRAccessToken': has(self.generator.acrAccessTokenSpec), "
                + "'BeyondtrustWorkloadCredentialsDynamicSecret': has(self.generator.beyondtrustWorkloadCredentialsDynamicSecretSpec), "
                + "'CloudsmithAccessToken': has(self.generator.cloudsmithAccessTokenSpec), "
                + "'ECRAuthorizationToken': has(self.generator.ecrAuthorizationTokenSpec), "
                + "'Fake': has(self.generator.fakeSpec), "
                + "'GCRAccessToken': has(self.generator.gcrAccessTokenSpec), "
                + "'GithubAccessToken': has(self.generator.githubAccessTokenSpec), "
                + "'GitlabDeployToken': has(self.generator.gitlabDeployTokenSpec), "
                + "'Grafana': has(self.generator.grafanaSpec), "
                + "'MFA': has(self.generator.mfaSpec), "
                + "'Password': has(self.generator.passwordSpec), "
                + "'QuayAccessToken': has(self.generator.quayAccessTokenSpec), "
                + "'SSHKey': has(self.generator.sshKeySpec), "
                + "'STSSessionToken': has(self.generator.stsSessionTokenSpec), "
                + "'UUID': has(self.generator.uuidSpec), "
                + "'VaultDynamicSecret': has(self.generator.vaultDynamicSecretSpec), "
                + "'Webhook': has(self.generator.webhookSpec)"
                + "}[self.kind]",
        message =
                "kind and generator do not go together: the member of generator is the kind with Spec behind it, such as passwordSpec for the kind Password")
public record ClusterGeneratorSpec(@GeneratorKinds String kind, GeneratorSpec generator) {
    /** An absent union becomes an empty one. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public ClusterGeneratorSpec {
        generator = generator == null ? GeneratorSpec.of(Map.of()) : generator;
    }

    /** Returns the specification that names no kind. */
    static ClusterGeneratorSpec empty() {
        return new ClusterGeneratorSpec("", GeneratorSpec.of(Map.of()));
    }
}

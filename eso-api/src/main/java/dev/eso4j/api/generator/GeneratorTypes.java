package dev.eso4j.api.generator;

import dev.eso4j.api.generator.aws.ECRAuthorizationTokenSpec;
import dev.eso4j.api.generator.aws.STSSessionTokenSpec;
import dev.eso4j.api.generator.azure.ACRAccessTokenSpec;
import dev.eso4j.api.generator.beyondtrustworkloadcredentials.BeyondtrustWorkloadCredentialsDynamicSecretSpec;
import dev.eso4j.api.generator.cloudsmith.CloudsmithAccessTokenSpec;
import dev.eso4j.api.generator.gcp.GCRAccessTokenSpec;
import dev.eso4j.api.generator.github.GithubAccessTokenSpec;
import dev.eso4j.api.generator.gitlab.GitlabDeployTokenSpec;
import dev.eso4j.api.generator.grafana.GrafanaSpec;
import dev.eso4j.api.generator.quay.QuayAccessTokenSpec;
import dev.eso4j.api.generator.vault.VaultDynamicSecretSpec;
import dev.eso4j.api.generator.webhook.WebhookSpec;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The namespaced kinds of generators, each with the record of its spec and the member of a {@link GeneratorSpec} that
 * holds it.
 *
 * <p>A class of a record is loaded when its kind is asked for, and none before. Whether a generator of that kind is built
 * into a distribution is another question. Thread-safe.
 */
public final class GeneratorTypes {
    /** The member of the union by kind. */
    private static final Map<String, String> MEMBERS = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            Map.entry("ACRAccessToken", "acrAccessTokenSpec"),
            Map.entry("BeyondtrustWorkloadCredentialsDynamicSecret", "beyondtrustWorkloadCredentialsDynamicSecretSpec"),
            Map.entry("CloudsmithAccessToken", "cloudsmithAccessTokenSpec"),
            Map.entry("ECRAuthorizationToken", "ecrAuthorizationTokenSpec"),
            Map.entry("Fake", "fakeSpec"),
            Map.entry("GCRAccessToken", "gcrAccessTokenSpec"),
            Map.entry("GithubAccessToken", "githubAccessTokenSpec"),
            Map.entry("GitlabDeployToken", "gitlabDeployTokenSpec"),
            Map.entry("Grafana", "grafanaSpec"),
            Map.entry("MFA", "mfaSpec"),
            Map.entry("Password", "passwordSpec"),
            Map.entry("QuayAccessToken", "quayAccessTokenSpec"),
            Map.entry("SSHKey", "sshKeySpec"),
            Map.entry("STSSessionToken", "stsSessionTokenSpec"),
            Map.entry("UUID", "uuidSpec"),
            Map.entry("VaultDynamicSecret", "vaultDynamicSecretSpec"),
            Map.entry("Webhook", "webhookSpec"))));

    private GeneratorTypes() {}

    /** Returns the kinds, sorted. */
    public static Set<String> kinds() {
        return MEMBERS.keySet();
    }

    /** Returns the member of a {@link GeneratorSpec} that holds a generator of {@code kind}; nothing for other kinds. */
    public static Optional<String> member(String kind) {
        return Optional.ofNullable(MEMBERS.get(kind));
    }

    /** Returns the record of the spec of {@code kind}; nothing for other kinds. */
    public static Optional<Class<? extends Record>> of(String kind) {
        return Optional.ofNullable(type(kind));
    }

    private static @Nullable Class<? extends Record> type(String kind) {
        return switch (kind) {
            case "ACRAccessToken" -> ACRAccessTokenSpec.class;
            case "BeyondtrustWorkloadCredentialsDynamicSecret" -> BeyondtrustWorkloadCredentialsDynamicSecretSpec.class;
            case "CloudsmithAccessToken" -> CloudsmithAccessTokenSpec.class;
            case "ECRAuthorizationToken" -> ECRAuthorizationTokenSpec.class;
            case "Fake" -> FakeSpec.class;
            case "GCRAccessToken" -> GCRAccessTokenSpec.class;
            case "GithubAccessToken" -> GithubAccessTokenSpec.class;
            case "GitlabDeployToken" -> GitlabDeployTokenSpec.class;
            case "Grafana" -> GrafanaSpec.class;
            case "MFA" -> MFASpec.class;
            case "Password" -> PasswordSpec.class;
            case "QuayAccessToken" -> QuayAccessTokenSpec.class;
            case "SSHKey" -> SSHKeySpec.class;
            case "STSSessionToken" -> STSSessionTokenSpec.class;
            case "UUID" -> UUIDSpec.class;
            case "VaultDynamicSecret" -> VaultDynamicSecretSpec.class;
            case "Webhook" -> WebhookSpec.class;
            default -> null;
        };
    }
}

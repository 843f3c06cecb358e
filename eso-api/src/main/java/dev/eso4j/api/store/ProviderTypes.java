package dev.eso4j.api.store;

import dev.eso4j.api.store.akeyless.AkeylessProvider;
import dev.eso4j.api.store.aws.AWSProvider;
import dev.eso4j.api.store.beyondtrust.BeyondtrustProvider;
import dev.eso4j.api.store.beyondtrustworkloadcredentials.BeyondtrustWorkloadCredentialsProvider;
import dev.eso4j.api.store.bitwardensecretsmanager.BitwardenSecretsManagerProvider;
import dev.eso4j.api.store.chef.ChefProvider;
import dev.eso4j.api.store.conjur.ConjurProvider;
import dev.eso4j.api.store.delinea.DelineaProvider;
import dev.eso4j.api.store.doppler.DopplerProvider;
import dev.eso4j.api.store.dvls.DVLSProvider;
import dev.eso4j.api.store.fake.FakeProvider;
import dev.eso4j.api.store.fortanix.FortanixProvider;
import dev.eso4j.api.store.gcpsm.GCPSMProvider;
import dev.eso4j.api.store.github.GithubProvider;
import dev.eso4j.api.store.gitlab.GitlabProvider;
import dev.eso4j.api.store.infisical.InfisicalProvider;
import dev.eso4j.api.store.keepersecurity.KeeperSecurityProvider;
import dev.eso4j.api.store.kubernetes.KubernetesProvider;
import dev.eso4j.api.store.ngrok.NgrokProvider;
import dev.eso4j.api.store.onboardbase.OnboardbaseProvider;
import dev.eso4j.api.store.onepassword.OnePasswordProvider;
import dev.eso4j.api.store.onepasswordsdk.OnePasswordSDKProvider;
import dev.eso4j.api.store.passbolt.PassboltProvider;
import dev.eso4j.api.store.passworddepot.PasswordDepotProvider;
import dev.eso4j.api.store.previder.PreviderProvider;
import dev.eso4j.api.store.pulumi.PulumiProvider;
import dev.eso4j.api.store.secretserver.SecretServerProvider;
import dev.eso4j.api.store.senhasegura.SenhaseguraProvider;
import dev.eso4j.api.store.vault.VaultProvider;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The members of {@code spec.provider} that the model describes, each with the record of its fields.
 *
 * <p>A class of a record is loaded when its name is asked for, and none before. Whether a provider of that name is built
 * into a distribution is another question. Thread-safe.
 */
public final class ProviderTypes {
    private static final Set<String> NAMES = Set.of(
            "akeyless",
            "aws",
            "beyondtrust",
            "beyondtrustworkloadcredentials",
            "bitwardensecretsmanager",
            "chef",
            "conjur",
            "delinea",
            "doppler",
            "dvls",
            "fake",
            "fortanix",
            "gcpsm",
            "github",
            "gitlab",
            "infisical",
            "keepersecurity",
            "kubernetes",
            "ngrok",
            "onboardbase",
            "onepassword",
            "onepasswordSDK",
            "passbolt",
            "passworddepot",
            "previder",
            "pulumi",
            "secretserver",
            "senhasegura",
            "vault");

    private ProviderTypes() {}

    /** Returns the names of the members, sorted. */
    public static Set<String> names() {
        return new TreeSet<>(NAMES);
    }

    /** Returns the record of the member {@code name}; nothing for a member that the model does not describe. */
    public static Optional<Class<? extends Record>> of(String name) {
        return Optional.ofNullable(type(name));
    }

    private static @Nullable Class<? extends Record> type(String name) {
        return switch (name) {
            case "akeyless" -> AkeylessProvider.class;
            case "aws" -> AWSProvider.class;
            case "beyondtrust" -> BeyondtrustProvider.class;
            case "beyondtrustworkloadcredentials" -> BeyondtrustWorkloadCredentialsProvider.class;
            case "bitwardensecretsmanager" -> BitwardenSecretsManagerProvider.class;
            case "chef" -> ChefProvider.class;
            case "conjur" -> ConjurProvider.class;
            case "delinea" -> DelineaProvider.class;
            case "doppler" -> DopplerProvider.class;
            case "dvls" -> DVLSProvider.class;
            case "fake" -> FakeProvider.class;
            case "fortanix" -> FortanixProvider.class;
            case "gcpsm" -> GCPSMProvider.class;
            case "github" -> GithubProvider.class;
            case "gitlab" -> GitlabProvider.class;
            case "infisical" -> InfisicalProvider.class;
            case "keepersecurity" -> KeeperSecurityProvider.class;
            case "kubernetes" -> KubernetesProvider.class;
            case "ngrok" -> NgrokProvider.class;
            case "onboardbase" -> OnboardbaseProvider.class;
            case "onepassword" -> OnePasswordProvider.class;
            case "onepasswordSDK" -> OnePasswordSDKProvider.class;
            case "passbolt" -> PassboltProvider.class;
            case "passworddepot" -> PasswordDepotProvider.class;
            case "previder" -> PreviderProvider.class;
            case "pulumi" -> PulumiProvider.class;
            case "secretserver" -> SecretServerProvider.class;
            case "senhasegura" -> SenhaseguraProvider.class;
            case "vault" -> VaultProvider.class;
            default -> null;
        };
    }
}

package dev.eso4j.api.store;

import dev.eso4j.api.store.akeyless.AkeylessProvider;
import dev.eso4j.api.store.alibaba.AlibabaProvider;
import dev.eso4j.api.store.aws.AWSProvider;
import dev.eso4j.api.store.azurekv.AzureKVProvider;
import dev.eso4j.api.store.barbican.BarbicanProvider;
import dev.eso4j.api.store.beyondtrust.BeyondtrustProvider;
import dev.eso4j.api.store.beyondtrustworkloadcredentials.BeyondtrustWorkloadCredentialsProvider;
import dev.eso4j.api.store.bitwardensecretsmanager.BitwardenSecretsManagerProvider;
import dev.eso4j.api.store.chef.ChefProvider;
import dev.eso4j.api.store.cloudrusm.CloudruSMProvider;
import dev.eso4j.api.store.conjur.ConjurProvider;
import dev.eso4j.api.store.crd.CRDProvider;
import dev.eso4j.api.store.delinea.DelineaProvider;
import dev.eso4j.api.store.device42.Device42Provider;
import dev.eso4j.api.store.doppler.DopplerProvider;
import dev.eso4j.api.store.dvls.DVLSProvider;
import dev.eso4j.api.store.fake.FakeProvider;
import dev.eso4j.api.store.fortanix.FortanixProvider;
import dev.eso4j.api.store.gcpsm.GCPSMProvider;
import dev.eso4j.api.store.github.GithubProvider;
import dev.eso4j.api.store.gitlab.GitlabProvider;
import dev.eso4j.api.store.ibm.IBMProvider;
import dev.eso4j.api.store.infisical.InfisicalProvider;
import dev.eso4j.api.store.keepersecurity.KeeperSecurityProvider;
import dev.eso4j.api.store.kubernetes.KubernetesProvider;
import dev.eso4j.api.store.nebiusmysterybox.NebiusMysteryboxProvider;
import dev.eso4j.api.store.ngrok.NgrokProvider;
import dev.eso4j.api.store.onboardbase.OnboardbaseProvider;
import dev.eso4j.api.store.onepassword.OnePasswordProvider;
import dev.eso4j.api.store.onepasswordsdk.OnePasswordSDKProvider;
import dev.eso4j.api.store.openbao.OpenBaoProvider;
import dev.eso4j.api.store.oracle.OracleProvider;
import dev.eso4j.api.store.ovh.OvhProvider;
import dev.eso4j.api.store.passbolt.PassboltProvider;
import dev.eso4j.api.store.passworddepot.PasswordDepotProvider;
import dev.eso4j.api.store.previder.PreviderProvider;
import dev.eso4j.api.store.pulumi.PulumiProvider;
import dev.eso4j.api.store.scaleway.ScalewayProvider;
import dev.eso4j.api.store.secretserver.SecretServerProvider;
import dev.eso4j.api.store.senhasegura.SenhaseguraProvider;
import dev.eso4j.api.store.vault.VaultProvider;
import dev.eso4j.api.store.volcengine.VolcengineProvider;
import dev.eso4j.api.store.webhook.WebhookProvider;
import dev.eso4j.api.store.yandexlockbox.YandexCertificateManagerProvider;
import dev.eso4j.api.store.yandexlockbox.YandexLockboxProvider;
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
            "alibaba",
            "aws",
            "azurekv",
            "barbican",
            "beyondtrust",
            "beyondtrustworkloadcredentials",
            "bitwardensecretsmanager",
            "chef",
            "cloudrusm",
            "conjur",
            "crd",
            "delinea",
            "device42",
            "doppler",
            "dvls",
            "fake",
            "fortanix",
            "gcpsm",
            "github",
            "gitlab",
            "ibm",
            "infisical",
            "keepersecurity",
            "kubernetes",
            "nebiusmysterybox",
            "ngrok",
            "onboardbase",
            "onepassword",
            "onepasswordSDK",
            "openBao",
            "oracle",
            "ovh",
            "passbolt",
            "passworddepot",
            "previder",
            "pulumi",
            "scaleway",
            "secretserver",
            "senhasegura",
            "vault",
            "volcengine",
            "webhook",
            "yandexcertificatemanager",
            "yandexlockbox");

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
            case "alibaba" -> AlibabaProvider.class;
            case "aws" -> AWSProvider.class;
            case "azurekv" -> AzureKVProvider.class;
            case "barbican" -> BarbicanProvider.class;
            case "beyondtrust" -> BeyondtrustProvider.class;
            case "beyondtrustworkloadcredentials" -> BeyondtrustWorkloadCredentialsProvider.class;
            case "bitwardensecretsmanager" -> BitwardenSecretsManagerProvider.class;
            case "chef" -> ChefProvider.class;
            case "cloudrusm" -> CloudruSMProvider.class;
            case "conjur" -> ConjurProvider.class;
            case "crd" -> CRDProvider.class;
            case "delinea" -> DelineaProvider.class;
            case "device42" -> Device42Provider.class;
            case "doppler" -> DopplerProvider.class;
            case "dvls" -> DVLSProvider.class;
            case "fake" -> FakeProvider.class;
            case "fortanix" -> FortanixProvider.class;
            case "gcpsm" -> GCPSMProvider.class;
            case "github" -> GithubProvider.class;
            case "gitlab" -> GitlabProvider.class;
            case "ibm" -> IBMProvider.class;
            case "infisical" -> InfisicalProvider.class;
            case "keepersecurity" -> KeeperSecurityProvider.class;
            case "kubernetes" -> KubernetesProvider.class;
            case "nebiusmysterybox" -> NebiusMysteryboxProvider.class;
            case "ngrok" -> NgrokProvider.class;
            case "onboardbase" -> OnboardbaseProvider.class;
            case "onepassword" -> OnePasswordProvider.class;
            case "onepasswordSDK" -> OnePasswordSDKProvider.class;
            case "openBao" -> OpenBaoProvider.class;
            case "oracle" -> OracleProvider.class;
            case "ovh" -> OvhProvider.class;
            case "passbolt" -> PassboltProvider.class;
            case "passworddepot" -> PasswordDepotProvider.class;
            case "previder" -> PreviderProvider.class;
            case "pulumi" -> PulumiProvider.class;
            case "scaleway" -> ScalewayProvider.class;
            case "secretserver" -> SecretServerProvider.class;
            case "senhasegura" -> SenhaseguraProvider.class;
            case "vault" -> VaultProvider.class;
            case "volcengine" -> VolcengineProvider.class;
            case "webhook" -> WebhookProvider.class;
            case "yandexcertificatemanager" -> YandexCertificateManagerProvider.class;
            case "yandexlockbox" -> YandexLockboxProvider.class;
            default -> null;
        };
    }
}

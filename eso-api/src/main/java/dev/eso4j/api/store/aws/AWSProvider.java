package dev.eso4j.api.store.aws;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of AWS Secrets Manager, parameters of the Parameter Store, or certificates of the Certificate Manager.
 *
 * @param auth How to authenticate; {@code jwt} counts when both members are set. With the default credentials of the
 *     operator's own pod or machine when absent (EKS Pod Identity and IAM roles for service accounts among them).
 * @param region The region of the service, such as {@code eu-central-1}.
 * @param role The ARN of a role to take on before the service is called, such as {@code
 *     arn:aws:iam::123456789012:role/secrets}.
 * @param additionalRoles ARNs of roles to take on one after the other, before {@code role}.
 * @param externalID The external id that {@code role} asks for. Unused without {@code role}.
 * @param service Which service holds what is read: {@code SecretsManager}, {@code ParameterStore} or {@code
 *     CertificateManager}.
 * @param secretsManager How secrets are deleted. For {@code service: SecretsManager} only.
 * @param sessionTags Tags of the session when {@code role} is taken on, which policies in AWS may refer to. Used with
 *     {@code sessionTagsPolicy: None} only.
 * @param transitiveTagKeys Keys of those session tags that stay in place when {@code role} takes on a further role.
 * @param sessionTagsPolicy Which session tags are sent when {@code role} is taken on: {@code None} those in {@code
 *     sessionTags}; {@code Simple} in their place {@code esoNamespace}, {@code esoStoreName} and {@code esoStoreKind},
 *     so that AWS can tell consumers apart; {@code Custom} these three and {@code customSessionTags}. {@code None}
 *     unless given.
 * @param customSessionTags Session tags beside those of {@code sessionTagsPolicy: Custom}, such as {@code team: blue};
 *     one without a key or value is left out. {@code esoNamespace}, {@code esoStoreName} and {@code esoStoreKind} are
 *     set by the operator and refused here.
 * @param prefix What is put in front of every remote key, as it is, such as {@code prod/}. Without effect on searches
 *     and on certificates.
 */
@ModelRecord
public record AWSProvider(
        @Nullable AWSAuth auth,
        String region,
        @Nullable String role,
        List<String> additionalRoles,
        @Nullable String externalID,

        @OneOf({"SecretsManager", "ParameterStore", "CertificateManager"})
        String service,

        @Nullable SecretsManager secretsManager,
        List<Tag> sessionTags,
        List<String> transitiveTagKeys,

        @OneOf({"None", "Simple", "Custom"}) @Default("\"None\"") @Nullable
        String sessionTagsPolicy,

        @Rule(
                check = "!('esoNamespace' in self) && !('esoStoreName' in self) && !('esoStoreKind' in self)",
                message =
                        "esoNamespace, esoStoreName and esoStoreKind are set by the operator; give your tags other names")
        Map<String, String> customSessionTags,

        @Nullable String prefix) {
    /** Absent lists and maps become empty ones; given ones are copied. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent members.
    public AWSProvider {
        additionalRoles = additionalRoles == null ? List.of() : List.copyOf(additionalRoles);
        sessionTags = sessionTags == null ? List.of() : List.copyOf(sessionTags);
        transitiveTagKeys = transitiveTagKeys == null ? List.of() : List.copyOf(transitiveTagKeys);
        customSessionTags = customSessionTags == null ? Map.of() : Map.copyOf(customSessionTags);
    }
}

package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate to Infisical; give one member. Of several the first counts, in this order: universal, Azure,
 * GCP with an ID token, GCP IAM, JWT, LDAP, OCI, Kubernetes, AWS, token.
 *
 * @param universalAuthCredentials With the client id and client secret of a machine identity.
 * @param azureAuthCredentials With the managed identity of the Azure machine on which the operator runs.
 * @param gcpIdTokenAuthCredentials With an ID token of the Google Cloud machine on which the operator runs.
 * @param gcpIamAuthCredentials With a token that a Google service account signs.
 * @param jwtAuthCredentials With a JSON web token of your own issuer.
 * @param ldapAuthCredentials With a user of an LDAP directory.
 * @param ociAuthCredentials With an API key of Oracle Cloud.
 * @param kubernetesAuthCredentials With the token of the ServiceAccount that the operator runs as.
 * @param awsAuthCredentials With the AWS identity that the operator runs as.
 * @param tokenAuthCredentials With an access token that was issued before.
 */
@ModelRecord
public record InfisicalAuth(
        @Nullable UniversalAuthCredentials universalAuthCredentials,
        @Nullable AzureAuthCredentials azureAuthCredentials,
        @Nullable GcpIDTokenAuthCredentials gcpIdTokenAuthCredentials,
        @Nullable GcpIamAuthCredentials gcpIamAuthCredentials,
        @Nullable JwtAuthCredentials jwtAuthCredentials,
        @Nullable LdapAuthCredentials ldapAuthCredentials,
        @Nullable OciAuthCredentials ociAuthCredentials,
        @Nullable KubernetesAuthCredentials kubernetesAuthCredentials,
        @Nullable AwsAuthCredentials awsAuthCredentials,
        @Nullable TokenAuthCredentials tokenAuthCredentials) {}

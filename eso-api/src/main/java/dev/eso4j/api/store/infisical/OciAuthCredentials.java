package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/**
 * A login with an API key of Oracle Cloud.
 *
 * @param identityId Where the id of the machine identity in Infisical stands.
 * @param privateKey Where the private key stands, in PEM.
 * @param privateKeyPassphrase Where the passphrase of the private key stands, if it has one.
 * @param fingerprint Where the fingerprint of the API key stands.
 * @param userId Where the OCID of the user stands.
 * @param tenancyId Where the OCID of the tenancy stands.
 * @param region Where the region stands, such as {@code eu-frankfurt-1}.
 */
@ModelRecord
public record OciAuthCredentials(
        SecretKeySelector identityId,
        SecretKeySelector privateKey,
        @Nullable SecretKeySelector privateKeyPassphrase,
        SecretKeySelector fingerprint,
        SecretKeySelector userId,
        SecretKeySelector tenancyId,
        SecretKeySelector region) {}

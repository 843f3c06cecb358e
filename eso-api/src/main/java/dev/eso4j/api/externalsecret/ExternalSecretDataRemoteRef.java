package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * A remote object, or a part of it.
 *
 * @param key The name of the remote object as the provider knows it, such as {@code prod/database} or {@code
 *     projects/1/secrets/db}.
 * @param metadataPolicy {@code Fetch} reads the tags or labels of the remote object in place of its value; {@code
 *     None}, which is meant when this is absent, reads the value.
 * @param property The part of the remote object to take: mostly a path into a JSON value, such as {@code
 *     user.password}. The whole value when absent.
 * @param version The version of the remote object, in the form of the provider, such as {@code 3} or {@code
 *     AWSPREVIOUS}. The current one when absent.
 * @param conversionStrategy How characters that a key of a Secret may not have are replaced in the keys of {@code
 *     extract}: by {@code _} ({@code Default}, which is meant when this is absent) or by their code point, such as
 *     {@code _U002f_} ({@code Unicode}). Without effect where one key is named.
 * @param decodingStrategy How the value is decoded before it is used. {@code None}, which is meant when this is absent,
 *     leaves it; {@code Auto} tries Base64 and Base64URL and leaves what is neither.
 * @param nullBytePolicy What a value with a zero byte leads to: it is kept ({@code Ignore}, which is meant when this is
 *     absent) or the sync fails ({@code Fail}).
 */
@ModelRecord
public record ExternalSecretDataRemoteRef(
        String key,
        @OneOf({"None", "Fetch"}) @Nullable String metadataPolicy,
        @Nullable String property,
        @Nullable String version,
        @OneOf({"Default", "Unicode"}) @Nullable String conversionStrategy,

        @OneOf({"Auto", "Base64", "Base64URL", "None"}) @Nullable
        String decodingStrategy,

        @OneOf({"Ignore", "Fail"}) @Nullable String nullBytePolicy) {}

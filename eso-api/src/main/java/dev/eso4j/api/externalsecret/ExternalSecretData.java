package dev.eso4j.api.externalsecret;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Forms;
import dev.eso4j.api.crd.Length;
import dev.eso4j.api.crd.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One key of the target and where its value comes from.
 *
 * @param secretKey The key in the target, such as {@code password}. Each key is named once.
 * @param remoteRef The remote object, or the part of it, that the value is read from.
 * @param sourceRef The store to read from, where it is not {@code spec.secretStoreRef}.
 */
@ModelRecord
public record ExternalSecretData(
        @Pattern(Forms.DATA_KEY) @Length(min = 1, max = 253) String secretKey,
        ExternalSecretDataRemoteRef remoteRef,
        @Nullable StoreSourceRef sourceRef) {}

package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * A key and the remote object that it is written to.
 *
 * @param secretKey The key of the source, such as {@code password}. The whole source, as one object, when absent or
 *     empty.
 * @param remoteRef The remote object.
 */
@ModelRecord
public record PushSecretMatch(@Nullable String secretKey, PushSecretRemoteRef remoteRef) {}

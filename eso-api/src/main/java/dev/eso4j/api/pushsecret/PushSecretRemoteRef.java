package dev.eso4j.api.pushsecret;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * A remote object, or a part of it, to write.
 *
 * @param remoteKey The name of the remote object as the provider knows it, such as {@code prod/database}.
 * @param property The member of the remote object to write, such as {@code password}; its other members stay. The
 *     whole object when absent.
 */
@ModelRecord
public record PushSecretRemoteRef(
        String remoteKey, @Nullable String property) {}

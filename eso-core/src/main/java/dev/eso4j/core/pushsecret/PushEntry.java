package dev.eso4j.core.pushsecret;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One write of a PushSecret to one store.
 *
 * @param field which entry of the manifest asks for it, such as {@code spec.dataTo[0]}
 * @param keys the keys of the source whose values are written: one, or all that go into one remote object together
 * @param whole whether the keys become the members of the remote object, be it one only
 * @param remoteKey the name of the remote object
 * @param property the member of the remote object that is written; {@code null} for the object itself
 */
public record PushEntry(
        String field,
        Set<String> keys,
        boolean whole,
        String remoteKey,
        @Nullable String property) {}

package dev.eso4j.api.spi;

import dev.eso4j.api.SecretValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One remote object as it was read: everything that entries of an ExternalSecret can take from it without another call.
 *
 * <p>Implementations are immutable and thread-safe, and their {@code toString} shows no value. Most providers return
 * {@code JsonRemoteObject} of the provider kit, which reads properties as JSON paths; a backend with native fields has
 * an implementation of its own.
 */
public interface RemoteObject {
    /**
     * Returns the whole object as one value.
     *
     * @throws SecretsException if the object has no such form
     */
    SecretValue value();

    /**
     * Returns one property of the object.
     *
     * @param property the path as the manifest has it, never empty
     * @throws InvalidRequestException if there is no such property
     * @throws MalformedException if the object is not of a form that has properties
     */
    SecretValue property(String property);

    /**
     * Returns the key/value pairs of the object, or of the part that {@code property} names, in the order in which they
     * stand there.
     *
     * @throws InvalidRequestException if there is no such property
     * @throws MalformedException if there are no pairs in it
     */
    Map<String, SecretValue> entries(@Nullable String property);

    /** Returns about how many bytes the object holds; bounds of caches count it. */
    int size();
}

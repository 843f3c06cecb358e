package dev.eso4j.api.spi;

import java.util.Map;

/**
 * A connection to one backend on behalf of one store.
 *
 * <p>Thread-safe: up to the store's call budget, calls run at the same time. A client lives as long as its store's
 * identity and is closed once. Retries, budgets, memory of reads, metrics and property extraction are done above it, so
 * an implementation makes each call once and says truthfully what came of it. A call ends soon after its thread is
 * interrupted: that is how one which takes too long (30 s, retries included) is given up.
 */
public interface SecretsClient extends AutoCloseable {
    /**
     * Reads one remote object.
     *
     * @throws NotFoundException if it does not exist
     * @throws SecretsException for every other failure
     */
    RemoteObject read(RemoteKey key);

    /**
     * Returns the key to read for one property of an object: the object's own, so that all its properties cost one read,
     * unless the backend answers differently for each property. Asks nobody.
     *
     * @param property the property as the manifest has it; {@code null} for the whole
     */
    default RemoteKey keyFor(RemoteKey key, @org.jspecify.annotations.Nullable String property) {
        return key;
    }

    /**
     * Returns the remote objects that match, by name. Nothing found is an empty map.
     *
     * @throws InvalidRequestException if the backend cannot search this way
     */
    Map<String, RemoteObject> find(FindRequest query);

    /**
     * Writes a value; writes nothing when the backend already has it.
     *
     * @throws InvalidRequestException if the provider does not write
     */
    default void push(PushRequest request) {
        throw new InvalidRequestException(
                "push of " + request.key() + ": this provider only reads", "use a store whose provider can write");
    }

    /**
     * Deletes a remote object or, with a property, that part of it. What does not exist is success.
     *
     * @throws InvalidRequestException if the provider does not write
     */
    default void delete(RemoteKey key, @org.jspecify.annotations.Nullable String property) {
        throw new InvalidRequestException(
                "delete of " + key.display() + ": this provider only reads", "use a store whose provider can write");
    }

    /** Returns whether the remote object, or the given part of it, exists. */
    default boolean exists(RemoteKey key, @org.jspecify.annotations.Nullable String property) {
        try {
            RemoteObject object = read(keyFor(key, property));
            if (property != null) {
                object.property(property);
            }
            return true;
        } catch (NotFoundException e) {
            return false;
        } catch (InvalidRequestException e) {
            if (property != null) {
                return false;
            }
            throw e;
        }
    }

    /** Asks the backend whether the store is usable. Does not throw for a refusal: that is a result. */
    ValidationResult check();

    /** Releases connections and revokes what was issued to this client. Does not throw. */
    @Override
    void close();
}

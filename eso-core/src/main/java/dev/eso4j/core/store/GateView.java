package dev.eso4j.core.store;

import dev.eso4j.api.spi.StoreIdentity;

/**
 * How it goes between the operator and one store at this moment; for metrics and people.
 *
 * @param store whose view it is
 * @param circuit whether the store is asked
 * @param inUse how many ExternalSecrets are being fetched through the store
 * @param waiting how many ExternalSecrets wait for their turn
 * @param retriesLeft the retries that the budget still has
 * @param retriesRefused retries that were not made because of the budget, ever
 * @param turnedAway how often somebody had to wait, ever
 * @param givenUp how many calls were given up at their time limit, ever
 * @param opened how often the circuit opened, ever
 */
public record GateView(
        StoreIdentity store,
        Circuit circuit,
        int inUse,
        int waiting,
        double retriesLeft,
        long retriesRefused,
        long turnedAway,
        long givenUp,
        long opened) {
    /** Whether a store is asked. */
    public enum Circuit {
        /** It is. */
        CLOSED,
        /** It failed constantly, or asked for a pause: nobody asks. */
        OPEN,
        /** One call finds out whether it is well again. */
        PROBING
    }
}

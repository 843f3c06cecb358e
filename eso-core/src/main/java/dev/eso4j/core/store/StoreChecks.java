package dev.eso4j.core.store;

import dev.eso4j.api.spi.SecretsClient;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.spi.StoreIdentity;
import dev.eso4j.api.spi.ValidationResult;
import dev.eso4j.core.runtime.Patience;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks stores and remembers the verdicts. The reconciler of stores renews them; whoever wants to read through a store
 * that nobody has checked yet checks it on the spot, so a first sync does not wait for a status to make its round.
 * Thread-safe; a store is never checked twice at once.
 */
public final class StoreChecks {
    private final Map<StoreIdentity, CompletableFuture<StoreVerdict>> verdicts = new ConcurrentHashMap<>();
    private final StoreClients clients;

    /** Creates checks without verdicts. */
    public StoreChecks(StoreClients clients) {
        this.clients = clients;
    }

    /** Returns the last verdict, checking only if there is none. */
    public StoreVerdict verdict(StoreObject store) {
        StoreIdentity identity = store.identity("");
        CompletableFuture<StoreVerdict> mine = new CompletableFuture<>();
        CompletableFuture<StoreVerdict> known = verdicts.putIfAbsent(identity, mine);
        return known == null ? check(store, identity, mine) : Patience.join(known);
    }

    /** Checks the store now. */
    public StoreVerdict renew(StoreObject store) {
        StoreIdentity identity = store.identity("");
        forget(store, identity);
        CompletableFuture<StoreVerdict> mine = new CompletableFuture<>();
        while (true) {
            CompletableFuture<StoreVerdict> known = verdicts.putIfAbsent(identity, mine);
            if (known == null || known.isDone() && verdicts.replace(identity, known, mine)) {
                return check(store, identity, mine);
            }
            Patience.join(known.handle((verdict, failure) -> Optional.empty())); // Its own failure is its own affair.
        }
    }

    /** Outside of the map's locks: whoever forgets, a watch for example, never waits for a backend. */
    private StoreVerdict check(StoreObject store, StoreIdentity identity, CompletableFuture<StoreVerdict> mine) {
        try {
            StoreVerdict verdict = check(store);
            mine.complete(verdict);
            return verdict;
        } catch (RuntimeException | Error e) {
            verdicts.remove(identity, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** Drops what is known of a store that is gone. */
    public void forget(boolean clusterScoped, String namespace, String name) {
        verdicts.keySet()
                .removeIf(id -> id.clusterScoped() == clusterScoped
                        && id.name().equals(name)
                        && (clusterScoped || namespace.equals(id.namespace())));
    }

    private void forget(StoreObject store, StoreIdentity current) {
        verdicts.keySet()
                .removeIf(id -> !id.equals(current)
                        && id.kind().equals(current.kind())
                        && id.name().equals(current.name())
                        && Objects.equals(id.namespace(), store.clusterScoped() ? null : current.namespace()));
    }

    private StoreVerdict check(StoreObject store) {
        List<String> problems = StoreRules.check(store, clients.providers());
        if (!problems.isEmpty()) {
            return StoreVerdict.misconfigured(String.join("; ", problems));
        }
        ManagedClient client;
        try {
            client = clients.client(
                    store, store.clusterScoped() ? "" : store.metadata().getNamespace());
        } catch (SecretsException e) {
            return StoreVerdict.failed("unable to create client", text(e));
        } catch (StoreException e) {
            return StoreVerdict.misconfigured(String.valueOf(e.getMessage()));
        }
        try {
            ValidationResult result = client.call("check", "", SecretsClient::check);
            return switch (result.state()) {
                case READY -> StoreVerdict.VALID;
                case UNKNOWN ->
                    result.message().isEmpty() ? StoreVerdict.VALID : StoreVerdict.unknown(result.message());
                case FAILED -> StoreVerdict.failed("unable to validate store", result.message());
            };
        } catch (SecretsException e) {
            return StoreVerdict.failed("unable to validate store", text(e));
        }
    }

    private static String text(SecretsException e) {
        return e.advice().isEmpty() ? String.valueOf(e.getMessage()) : e.getMessage() + "; " + e.advice();
    }
}

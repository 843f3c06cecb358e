package dev.eso4j.core.secretstore;

import dev.eso4j.api.spi.Capability;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.store.SecretStoreStatus;
import dev.eso4j.api.store.SecretStoreStatusCondition;
import dev.eso4j.core.apply.EventSink;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.runtime.Reconciler;
import dev.eso4j.core.runtime.Request;
import dev.eso4j.core.runtime.Result;
import dev.eso4j.core.store.Providers;
import dev.eso4j.core.store.StoreChecks;
import dev.eso4j.core.store.StoreException;
import dev.eso4j.core.store.StoreObject;
import dev.eso4j.core.store.StoreRules;
import dev.eso4j.core.store.StoreVerdict;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the status of stores true: checks each when it is new, when it or its credentials change, and at its refresh
 * interval. Writes a status and an event only when something is different from before. Thread-safe.
 */
public final class StoreReconciler implements Reconciler<NamespacedName> {
    /** The annotation that keeps warnings about unmaintained providers away. */
    static final String IGNORE_MAINTENANCE = "external-secrets.io/ignore-maintenance-checks";

    private static final Logger log = LoggerFactory.getLogger(StoreReconciler.class);

    private final StorePort port;
    private final StoreChecks checks;
    private final Providers providers;
    private final EventSink events;
    private final InstantSource clock;
    private final String controllerClass;
    private final Duration defaultInterval;

    /** Creates the reconciler of one of the two kinds. */
    public StoreReconciler(
            StorePort port,
            StoreChecks checks,
            Providers providers,
            EventSink events,
            InstantSource clock,
            String controllerClass,
            Duration defaultInterval) {
        this.port = port;
        this.checks = checks;
        this.providers = providers;
        this.events = events;
        this.clock = clock;
        this.controllerClass = controllerClass;
        this.defaultInterval = defaultInterval;
    }

    @Override
    public Result reconcile(Request<NamespacedName> request) {
        Optional<StoreObject> found = port.find(request.key());
        if (found.isEmpty()) {
            port.gone(request.key());
            return Result.done();
        }
        StoreObject store = found.get();
        String wanted = store.spec().controller();
        if (wanted != null && !wanted.isEmpty() && !wanted.equals(controllerClass)) {
            return Result.done();
        }
        if (store.metadata().getDeletionTimestamp() != null) {
            port.releaseFinalizer(store);
            return Result.done();
        }
        StoreVerdict verdict = checks.renew(store);
        boolean changed = writeStatus(store, verdict);
        port.checked(store, verdict, changed);
        if (verdict.configuration()) {
            return Result.done(); // Only an edit helps, and that is an event.
        }
        return verdict.usable() ? Result.after(interval(store)) : Result.retry();
    }

    private Duration interval(StoreObject store) {
        try {
            return StoreRules.refreshInterval(store.spec(), defaultInterval);
        } catch (StoreException e) {
            return defaultInterval; // Unreachable while the check above refuses such a store.
        }
    }

    private boolean writeStatus(StoreObject store, StoreVerdict verdict) {
        SecretStoreStatus old = store.status() == null ? new SecretStoreStatus(null, List.of()) : store.status();
        Optional<SecretStoreProvider> provider = provider(store);
        String capabilities = provider.map(p -> text(p.capabilities())).orElse(old.capabilities());
        List<SecretStoreStatusCondition> conditions = conditions(old.conditions(), verdict);
        SecretStoreStatus status = new SecretStoreStatus(capabilities, conditions);
        if (status.equals(old)) {
            return false;
        }
        port.writeStatus(store, status);
        if (!conditions.equals(old.conditions())) {
            ObjectReference about = reference(store);
            events.event(
                    about,
                    port.eventSource(),
                    verdict.reason().equals("Valid") ? "Normal" : "Warning",
                    verdict.reason(),
                    verdict.message());
            if (provider.filter(p -> !p.maintained()).isPresent() && verdict.usable() && !ignoresMaintenance(store)) {
                events.event(
                        about,
                        port.eventSource(),
                        "Warning",
                        "StoreUnmaintained",
                        store.kind() + " " + store.metadata().getName() + " uses a provider that nobody maintains;"
                                + " plan for another one");
            }
            log.info("{} {}: {} {}", store.kind(), request(store), verdict.reason(), verdict.message());
        }
        return true;
    }

    private Optional<SecretStoreProvider> provider(StoreObject store) {
        try {
            return Optional.of(StoreRules.provider(store.spec(), providers));
        } catch (StoreException e) {
            return Optional.empty(); // The verdict says so already.
        }
    }

    private List<SecretStoreStatusCondition> conditions(List<SecretStoreStatusCondition> old, StoreVerdict verdict) {
        String status = verdict.usable() ? "True" : "False";
        String since = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        List<SecretStoreStatusCondition> out = new ArrayList<>();
        for (SecretStoreStatusCondition condition : old) {
            if (!condition.type().equals("Ready")) {
                out.add(condition);
            } else if (condition.status().equals(status)) {
                if (Objects.equals(condition.reason(), verdict.reason()) && sameMessage(condition, verdict)) {
                    return old;
                }
                since = String.valueOf(condition.lastTransitionTime());
            }
        }
        out.add(new SecretStoreStatusCondition("Ready", status, verdict.reason(), verdict.message(), since));
        return out;
    }

    private static boolean sameMessage(SecretStoreStatusCondition condition, StoreVerdict verdict) {
        return verdict.message().equals(condition.message());
    }

    private static boolean ignoresMaintenance(StoreObject store) {
        return store.metadata().getAnnotations() != null
                && store.metadata().getAnnotations().containsKey(IGNORE_MAINTENANCE);
    }

    private static @Nullable String text(Set<Capability> capabilities) {
        boolean read = capabilities.contains(Capability.READ);
        boolean write = capabilities.contains(Capability.WRITE);
        return read && write ? "ReadWrite" : read ? "ReadOnly" : write ? "WriteOnly" : null;
    }

    private static NamespacedName request(StoreObject store) {
        String namespace = store.metadata().getNamespace();
        return new NamespacedName(
                namespace == null ? "" : namespace, store.metadata().getName());
    }

    private static ObjectReference reference(StoreObject store) {
        return new ObjectReferenceBuilder()
                .withApiVersion("external-secrets.io/v1")
                .withKind(store.kind())
                .withNamespace(store.metadata().getNamespace())
                .withName(store.metadata().getName())
                .withUid(store.metadata().getUid())
                .build();
    }
}

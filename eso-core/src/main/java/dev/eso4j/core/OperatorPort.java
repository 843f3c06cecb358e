package dev.eso4j.core;

import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.core.externalsecret.CoarseRefreshTime;
import dev.eso4j.core.externalsecret.ExternalSecretFarewell;
import dev.eso4j.core.externalsecret.ExternalSecretPort;
import dev.eso4j.core.runtime.Lane;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.store.ReferenceWatch;
import dev.eso4j.core.store.StoreGates;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The world of the reconciler of ExternalSecrets inside an operator. */
record OperatorPort(
        OperatorView view,
        OperatorTriggers triggers,
        ReferenceWatch<Dependent> references,
        StoreGates gates,
        ExternalSecretFarewell farewell,
        CoarseRefreshTime coarse,
        BiConsumer<NamespacedName, NamespacedName> waiting)
        implements ExternalSecretPort {
    @Override
    public Optional<ExternalSecret> find(NamespacedName key) {
        return view.externalSecrets.get(key);
    }

    @Override
    public boolean holdBack(ExternalSecret externalSecret) {
        return triggers.heldBack.hold(externalSecret, Lane.CHANGED);
    }

    @Override
    public boolean takeForced(NamespacedName key) {
        return triggers.takeForced(key);
    }

    @Override
    public void force(NamespacedName key) {
        triggers.force(key);
    }

    @Override
    public void ended(NamespacedName key) {
        gates.ended(key);
    }

    @Override
    public void gone(NamespacedName key) {
        references.forget(new Dependent(null, key));
        coarse.forget(key);
    }

    @Override
    public void finish(ExternalSecret externalSecret) {
        farewell.finish(externalSecret);
    }

    @Override
    public void awaitTarget(NamespacedName externalSecret, NamespacedName target) {
        waiting.accept(externalSecret, target);
    }
}

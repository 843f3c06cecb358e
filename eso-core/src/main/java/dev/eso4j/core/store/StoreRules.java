package dev.eso4j.core.store;

import dev.eso4j.api.GoDuration;
import dev.eso4j.api.spi.SecretStoreProvider;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.api.store.ProviderTypes;
import dev.eso4j.api.store.SecretStoreSpec;
import dev.eso4j.core.cluster.Nearest;
import dev.eso4j.core.runtime.Defect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be right about a store before anything is connected; each problem is one sentence with field and fix. */
public final class StoreRules {
    private static final Logger log = LoggerFactory.getLogger(StoreRules.class);

    private StoreRules() {}

    /** Returns the provider that serves the store. */
    public static SecretStoreProvider provider(SecretStoreSpec spec, Providers providers) {
        Set<String> names = spec.provider() == null ? Set.of() : spec.provider().names();
        if (names.size() != 1) {
            throw new StoreException(
                    names.isEmpty()
                            ? "spec.provider names no provider; add exactly one of " + providers.names()
                            : "spec.provider names " + names.size() + " providers " + names
                                    + "; keep exactly one and make a store of its own for each other");
        }
        String name = names.iterator().next();
        return providers
                .named(name)
                .orElseThrow(() -> new StoreException("provider " + name
                        + " is not built into this distribution, which has " + providers.names() + "; "
                        + (ProviderTypes.of(name).isPresent()
                                ? "put a module that serves it on the class path, or name one of these"
                                : "check the spelling of spec.provider." + name + meant(name, providers)
                                        + ", or put the provider's module on the class path")));
    }

    private static String meant(String name, Providers providers) {
        Set<String> known = new TreeSet<>(ProviderTypes.names());
        known.addAll(providers.names());
        String nearest = Nearest.of(name, known);
        return nearest.isEmpty() ? "" : " (did you mean " + nearest + "?)";
    }

    /** Returns all problems that can be seen without a network. */
    public static List<String> check(StoreObject store, Providers providers) {
        List<String> problems = new ArrayList<>();
        SecretStoreSpec spec = store.spec();
        for (int i = 0; i < spec.conditions().size(); i++) {
            List<String> regexes = spec.conditions().get(i).namespaceRegexes();
            for (int j = 0; j < regexes.size(); j++) {
                try {
                    NamespaceConditions.compile(i, j, regexes.get(j));
                } catch (StoreException e) {
                    problems.add(e.getMessage());
                }
            }
        }
        try {
            refreshInterval(spec, Duration.ZERO);
        } catch (StoreException e) {
            problems.add(e.getMessage());
        }
        try {
            SecretStoreProvider provider = provider(spec, providers);
            problems.addAll(answer(provider, "check of the manifest", () -> provider.validate(store.forProvider(""))));
        } catch (StoreException e) {
            problems.add(e.getMessage());
        }
        return problems;
    }

    /**
     * Returns what the provider answers. An exception that is none of the hierarchy is a defect of the provider, or a
     * manifest for which it was not prepared; it must fail this store and nothing else, and its text may quote anything.
     */
    static <T> T answer(SecretStoreProvider provider, String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (SecretsException | StoreException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            // What a member that has not the provider's form leads to; the message names the field.
            throw new StoreException(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("provider {} failed in the {}: {}", provider.name(), what, Defect.of(e));
            throw new StoreException("provider " + provider.name() + ": the " + what + " fails with "
                    + e.getClass().getSimpleName() + "; compare spec.provider." + provider.name()
                    + " with the provider's page");
        }
    }

    /** Returns how often the store is to be checked: an integer is seconds, a text a duration, absent or 0 the default. */
    public static Duration refreshInterval(SecretStoreSpec spec, Duration defaultInterval) {
        Object value = spec.refreshInterval();
        Duration interval;
        if (value == null) {
            return defaultInterval;
        } else if (value instanceof Number number) {
            interval = Duration.ofSeconds(number.longValue());
        } else {
            try {
                interval = GoDuration.parse("spec.refreshInterval", value.toString());
            } catch (IllegalArgumentException e) {
                throw new StoreException(String.valueOf(e.getMessage()));
            }
        }
        if (interval.isNegative()) {
            throw new StoreException(
                    "spec.refreshInterval is negative; leave it out for the default, or give seconds or a"
                            + " duration such as 5m");
        }
        return interval.isZero() ? defaultInterval : interval;
    }
}

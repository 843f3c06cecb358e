package dev.eso4j.core.fetch;

import dev.eso4j.api.SecretValue;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.externalsecret.ExternalSecretData;
import dev.eso4j.api.externalsecret.ExternalSecretDataFromRemoteRef;
import dev.eso4j.api.externalsecret.ExternalSecretDataRemoteRef;
import dev.eso4j.api.externalsecret.ExternalSecretFind;
import dev.eso4j.api.externalsecret.ExternalSecretSpec;
import dev.eso4j.api.externalsecret.GeneratorRef;
import dev.eso4j.api.externalsecret.SecretStoreRef;
import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.MetadataPolicy;
import dev.eso4j.api.spi.NotFoundException;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.spi.RemoteObject;
import dev.eso4j.api.spi.SecretsException;
import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.runtime.NamespacedName;
import dev.eso4j.core.store.ManagedClient;
import dev.eso4j.core.store.Seat;
import dev.eso4j.core.store.StoreException;
import dev.eso4j.core.store.StoreGate;
import dev.eso4j.core.store.StoreObject;
import dev.eso4j.core.store.StoreResolver;
import dev.eso4j.core.store.StoreWaitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what the entries of an ExternalSecret ask for.
 *
 * <p>All entries are tried, so that one look at the condition shows every mistake. Later entries win over earlier ones,
 * and {@code data} over {@code dataFrom}. Thread-safe.
 */
public final class Fetcher {
    private final StoreResolver stores;
    private final BackendReads reads;
    private final GeneratorSource generators;

    /** Creates a fetcher. */
    public Fetcher(StoreResolver stores, BackendReads reads, GeneratorSource generators) {
        this.stores = stores;
        this.reads = reads;
        this.generators = generators;
    }

    /**
     * Fetches.
     *
     * @param tolerateAbsent whether entries without a remote object are left out rather than failing
     * @param notBefore reads that began earlier are not good enough; on the ticker of {@link BackendReads}
     */
    public FetchResult fetch(ExternalSecret externalSecret, boolean tolerateAbsent, long notBefore) {
        Run run = new Run(externalSecret, tolerateAbsent, notBefore);
        ExternalSecretSpec spec = externalSecret.getSpec();
        try {
            for (int i = 0; i < spec.dataFrom().size() && run.waiting == null; i++) {
                run.bulk(i, spec.dataFrom().get(i));
            }
            for (int i = 0; i < spec.data().size() && run.waiting == null; i++) {
                run.single(i, spec.data().get(i));
            }
        } finally {
            run.seats.values().forEach(Seat::close);
        }
        return new FetchResult(
                run.values,
                run.absent,
                run.problems,
                run.issued,
                Optional.ofNullable(run.waiting),
                Optional.ofNullable(run.retryAfter));
    }

    private final class Run {
        final String namespace;
        final ExternalSecretSpec spec;
        final boolean tolerateAbsent;
        final long notBefore;
        final Map<String, SecretValue> values = new LinkedHashMap<>();
        final List<String> absent = new ArrayList<>();
        final List<EntryProblem> problems = new ArrayList<>();
        final List<Issued> issued = new ArrayList<>();
        /** Kept until the end of the fetch: who has one entry of a slow store should not wait in line for the next. */
        final Map<StoreGate, Seat> seats = new IdentityHashMap<>(2);

        final NamespacedName name;

        @Nullable
        StoreWaitException waiting;

        @Nullable
        Duration retryAfter;

        Run(ExternalSecret externalSecret, boolean tolerateAbsent, long notBefore) {
            this.namespace = externalSecret.getMetadata().getNamespace();
            this.name =
                    new NamespacedName(namespace, externalSecret.getMetadata().getName());
            this.spec = externalSecret.getSpec();
            this.tolerateAbsent = tolerateAbsent;
            this.notBefore = notBefore;
        }

        void single(int i, ExternalSecretData entry) {
            String key = entry.remoteRef().key();
            attempt("spec.data[" + i + "]", key, () -> {
                if (entry.sourceRef() != null && entry.sourceRef().generatorRef() != null) {
                    throw new FetchException(
                            "sourceRef.generatorRef is not possible in data;" + " move the entry to dataFrom");
                }
                Answer<RemoteObject> answer = read(
                        entry.sourceRef() == null ? null : entry.sourceRef().storeRef(), entry.remoteRef());
                ManagedClient client = answer.client();
                RemoteObject object = answer.value();
                String property = entry.remoteRef().property();
                SecretValue raw = client.take(
                        () -> property == null || property.isEmpty() ? object.value() : object.property(property));
                SecretValue value = Decoding.decode(entry.remoteRef().decodingStrategy(), raw);
                NullBytes.check(entry.remoteRef().nullBytePolicy(), entry.secretKey(), value);
                return Map.of(entry.secretKey(), value);
            });
        }

        void bulk(int i, ExternalSecretDataFromRemoteRef entry) {
            String path = "spec.dataFrom[" + i + "]";
            ExternalSecretFind find = entry.find();
            ExternalSecretDataRemoteRef extract = entry.extract();
            GeneratorRef generator =
                    entry.sourceRef() == null ? null : entry.sourceRef().generatorRef();
            if (find != null) {
                attempt(path + ".find", "", () -> found(entry, find));
            } else if (extract != null) {
                attempt(path + ".extract", extract.key(), () -> extracted(entry, extract));
            } else if (generator != null) {
                attempt(path + ".sourceRef.generatorRef", "", () -> {
                    GeneratorSource.Located located = generators.locate(namespace, generator);
                    sit(located.gate(), "generator");
                    Issued made = located.generate();
                    issued.add(made);
                    return BulkEntry.finish(entry, made.generated().values());
                });
            } else {
                problems.add(new EntryProblem(
                        path, "", "it has neither extract nor find nor sourceRef.generatorRef; add one"));
            }
        }

        private Map<String, SecretValue> extracted(
                ExternalSecretDataFromRemoteRef entry, ExternalSecretDataRemoteRef extract) {
            Answer<RemoteObject> answer = read(store(entry), extract);
            ManagedClient client = answer.client();
            RemoteObject object = answer.value();
            String property = extract.property();
            Map<String, SecretValue> all =
                    client.take(() -> object.entries(property == null || property.isEmpty() ? null : property));
            return BulkEntry.finish(entry, all);
        }

        private Map<String, SecretValue> found(ExternalSecretDataFromRemoteRef entry, ExternalSecretFind find) {
            String regexp = find.name() == null ? null : find.name().regexp();
            if (regexp != null) {
                GoRegexp.compile("find.name.regexp", regexp);
            }
            FindRequest query = new FindRequest(find.path(), regexp, find.tags());
            Answer<Map<String, RemoteObject>> answer =
                    ask(store(entry), "secrets", client -> reads.find(client, query, notBefore));
            Map<String, SecretValue> all = new LinkedHashMap<>();
            answer.value().forEach((key, object) -> all.put(key, answer.client().take(object::value)));
            return BulkEntry.finish(entry, all);
        }

        private @Nullable SecretStoreRef store(ExternalSecretDataFromRemoteRef entry) {
            return entry.sourceRef() == null ? null : entry.sourceRef().storeRef();
        }

        private Answer<RemoteObject> read(@Nullable SecretStoreRef own, ExternalSecretDataRemoteRef reference) {
            RemoteKey key = remoteKey(reference);
            String property =
                    reference.property() == null || reference.property().isEmpty() ? null : reference.property();
            return ask(own, reference.key(), client -> reads.read(client, client.keyFor(key, property), notBefore));
        }

        /** Everything that may have to wait for a store happens in here. */
        private <T> Answer<T> ask(@Nullable SecretStoreRef own, String object, Function<ManagedClient, T> call) {
            StoreObject store = stores.locate(own == null ? spec.secretStoreRef() : own, namespace);
            sit(stores.gate(store, namespace), "store");
            return stores.waiting(store, namespace, object, () -> {
                ManagedClient client = stores.client(store, namespace);
                return new Answer<>(client, call.apply(client));
            });
        }

        private void sit(StoreGate gate, String who) {
            Seat seat = seats.get(gate);
            if (seat == null) {
                seats.put(gate, gate.enter(name));
            } else if (!seat.worthAsking()) {
                throw new FetchException("it was not asked for, because the " + who + " does not answer");
            }
        }

        private void attempt(String entry, String key, Supplier<Map<String, SecretValue>> fetch) {
            try {
                values.putAll(fetch.get());
            } catch (NotFoundException e) {
                if (tolerateAbsent) {
                    absent.add(entry + (key.isEmpty() ? "" : " (key=" + key + ")"));
                } else {
                    problems.add(new EntryProblem(entry, key, text(e)));
                }
            } catch (SecretsException e) {
                Duration asked = e.retryAfter().orElse(null);
                if (asked != null && (retryAfter == null || asked.compareTo(retryAfter) > 0)) {
                    retryAfter = asked;
                }
                problems.add(new EntryProblem(entry, key, text(e)));
            } catch (StoreWaitException e) {
                waiting = e;
            } catch (StoreException | ClusterException | FetchException e) {
                problems.add(new EntryProblem(entry, key, String.valueOf(e.getMessage())));
            }
        }
    }

    private record Answer<T>(ManagedClient client, T value) {}

    private static RemoteKey remoteKey(ExternalSecretDataRemoteRef reference) {
        String version = reference.version();
        return new RemoteKey(
                reference.key(),
                version == null || version.isEmpty() ? null : version,
                "Fetch".equals(reference.metadataPolicy()) ? MetadataPolicy.FETCH : MetadataPolicy.NONE);
    }

    private static String text(SecretsException e) {
        return e.advice().isEmpty() ? String.valueOf(e.getMessage()) : e.getMessage() + "; " + e.advice();
    }
}

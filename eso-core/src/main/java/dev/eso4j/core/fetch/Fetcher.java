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
import dev.eso4j.core.store.ManagedClient;
import dev.eso4j.core.store.StoreException;
import dev.eso4j.core.store.StoreResolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        for (int i = 0; i < spec.dataFrom().size(); i++) {
            run.bulk(i, spec.dataFrom().get(i));
        }
        for (int i = 0; i < spec.data().size(); i++) {
            run.single(i, spec.data().get(i));
        }
        return new FetchResult(run.values, run.absent, run.problems, run.issued);
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

        Run(ExternalSecret externalSecret, boolean tolerateAbsent, long notBefore) {
            this.namespace = externalSecret.getMetadata().getNamespace();
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
                ManagedClient client = client(
                        entry.sourceRef() == null ? null : entry.sourceRef().storeRef());
                RemoteObject object = reads.read(client, remoteKey(entry.remoteRef()), notBefore);
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
                    Issued made = generators.generate(namespace, generator);
                    issued.add(made);
                    return Keys.checked(
                            Rewrites.apply(entry.rewrite(), made.generated().values()));
                });
            } else {
                problems.add(new EntryProblem(
                        path, "", "it has neither extract nor find nor sourceRef.generatorRef; add one"));
            }
        }

        private Map<String, SecretValue> extracted(
                ExternalSecretDataFromRemoteRef entry, ExternalSecretDataRemoteRef extract) {
            ManagedClient client = client(entry);
            RemoteObject object = reads.read(client, remoteKey(extract), notBefore);
            String property = extract.property();
            Map<String, SecretValue> all =
                    client.take(() -> object.entries(property == null || property.isEmpty() ? null : property));
            return finished(
                    entry, all, extract.conversionStrategy(), extract.decodingStrategy(), extract.nullBytePolicy());
        }

        private Map<String, SecretValue> found(ExternalSecretDataFromRemoteRef entry, ExternalSecretFind find) {
            String regexp = find.name() == null ? null : find.name().regexp();
            if (regexp != null) {
                GoRegexp.compile("find.name.regexp", regexp);
            }
            ManagedClient client = client(entry);
            Map<String, RemoteObject> objects =
                    reads.find(client, new FindRequest(find.path(), regexp, find.tags()), notBefore);
            Map<String, SecretValue> all = new LinkedHashMap<>();
            objects.forEach((name, object) -> all.put(name, client.take(object::value)));
            return finished(entry, all, find.conversionStrategy(), find.decodingStrategy(), find.nullBytePolicy());
        }

        /** Keys are converted only without a rewrite: with one, what is left invalid is the rewrite's mistake. */
        private Map<String, SecretValue> finished(
                ExternalSecretDataFromRemoteRef entry,
                Map<String, SecretValue> all,
                @Nullable String conversion,
                @Nullable String decoding,
                @Nullable String nullBytes) {
            Map<String, SecretValue> keys =
                    entry.rewrite().isEmpty() ? Keys.convert(conversion, all) : Rewrites.apply(entry.rewrite(), all);
            Map<String, SecretValue> out = new LinkedHashMap<>();
            new TreeMap<>(Keys.checked(keys)).forEach((key, value) -> {
                SecretValue decoded = decoded(decoding, key, value);
                NullBytes.check(nullBytes, key, decoded);
                out.put(key, decoded);
            });
            return out;
        }

        private SecretValue decoded(@Nullable String strategy, String key, SecretValue value) {
            try {
                return Decoding.decode(strategy, value);
            } catch (FetchException e) {
                throw new FetchException("failure decoding key " + key + ": " + e.getMessage());
            }
        }

        private ManagedClient client(ExternalSecretDataFromRemoteRef entry) {
            return client(entry.sourceRef() == null ? null : entry.sourceRef().storeRef());
        }

        private ManagedClient client(@Nullable SecretStoreRef own) {
            return stores.resolve(own == null ? spec.secretStoreRef() : own, namespace);
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
                problems.add(new EntryProblem(entry, key, text(e)));
            } catch (StoreException | ClusterException | FetchException e) {
                problems.add(new EntryProblem(entry, key, String.valueOf(e.getMessage())));
            }
        }
    }

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

package dev.eso4j.benchmarks.micro;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.eso4j.api.externalsecret.ExternalSecret;
import dev.eso4j.api.store.SecretStore;
import dev.eso4j.api.store.vault.VaultProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reading JSON into the model, and writing it back. Figures are for one object. */
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@State(Scope.Benchmark)
public class ModelBenchmark {
    static final int OBJECTS = 5_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader EXTERNAL_SECRET = JSON.readerFor(ExternalSecret.class);
    private static final ObjectReader STORE = JSON.readerFor(SecretStore.class);
    private static final ObjectWriter WRITER = JSON.writer();

    private final byte[][] externalSecrets = new byte[OBJECTS][];
    private final ExternalSecret read;
    private final byte[] store;

    /** Writes the objects. */
    public ModelBenchmark() {
        for (int i = 0; i < OBJECTS; i++) {
            externalSecrets[i] = externalSecret(i).getBytes(StandardCharsets.UTF_8);
        }
        store = """
                {"apiVersion":"external-secrets.io/v1","kind":"SecretStore","metadata":{"name":"vault","namespace":"shop"},
                "spec":{"provider":{"vault":{"server":"https://vault.example.com:8200","path":"secret","version":"v2",
                "auth":{"kubernetes":{"mountPath":"kubernetes","role":"shop","serviceAccountRef":{"name":"shop"}}}}}}}""".getBytes(StandardCharsets.UTF_8);
        try {
            read = EXTERNAL_SECRET.readValue(externalSecrets[0]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String externalSecret(int i) {
        StringBuilder entries = new StringBuilder();
        for (int j = 0; j < 5; j++) {
            entries.append(j == 0 ? "" : ",")
                    .append("{\"secretKey\":\"key" + j + "\",\"remoteRef\":{\"key\":\"team/shop/" + i
                            + "\",\"property\":\"p" + j + "\",\"conversionStrategy\":\"Default\","
                            + "\"decodingStrategy\":\"None\",\"metadataPolicy\":\"None\"}}");
        }
        return """
                {"apiVersion":"external-secrets.io/v1","kind":"ExternalSecret","metadata":{"name":"es-%d","namespace":"shop",
                "uid":"4f0c1f5e-5f0a-4f0e-9a53-0d5a4c1b%04d","resourceVersion":"%d","generation":1,
                "creationTimestamp":"2026-11-24T10:00:00Z","labels":{"app":"shop"}},
                "spec":{"refreshInterval":"1h0m0s","secretStoreRef":{"name":"vault","kind":"SecretStore"},
                "target":{"name":"es-%d","creationPolicy":"Owner","deletionPolicy":"Retain"},"data":[%s]},
                "status":{"refreshTime":"2026-11-24T10:00:00Z","syncedResourceVersion":"1-abc","binding":{"name":"es-%d"},
                "conditions":[{"type":"Ready","status":"True","reason":"SecretSynced","message":"secret synced",
                "lastTransitionTime":"2026-11-24T10:00:00Z"}]}}""".formatted(i, i, i + 1000, i, entries, i);
    }

    /** Makes sure that what is measured is what was meant. */
    @Setup
    public void check() {
        if (read.getSpec().data().size() != 5 || read.getStatus().conditions().size() != 1) {
            throw new IllegalStateException("an ExternalSecret was not read whole");
        }
    }

    /** 5,000 ExternalSecrets of five entries, with status. */
    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public void readExternalSecrets(Blackhole sink) throws IOException {
        for (byte[] json : externalSecrets) {
            sink.consume(EXTERNAL_SECRET.<ExternalSecret>readValue(json));
        }
    }

    /** The same back to JSON. */
    @Benchmark
    public byte[] writeExternalSecret() throws IOException {
        return WRITER.writeValueAsBytes(read);
    }

    /** A SecretStore, and its provider as a record. */
    @Benchmark
    public VaultProvider readStore() throws IOException {
        SecretStore read = STORE.readValue(store);
        return read.getSpec().provider().as("vault", VaultProvider.class);
    }
}

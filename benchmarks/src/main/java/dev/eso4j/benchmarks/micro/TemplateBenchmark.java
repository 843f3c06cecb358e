package dev.eso4j.benchmarks.micro;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eso4j.template.TemplateEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rendering of a template whose parsed form is in the cache, on one thread.
 *
 * <p>{@code eso-template/src/test/go} measures Go's engine on the same files: {@code go run . bench DIRECTORY}, the directory being that
 * of the resources of this package's templates. Run with {@code -jvmArgs -XX:TieredStopAtLevel=1} for the operator's setting.
 */
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
public class TemplateBenchmark {
    private final TemplateEngine engine = TemplateEngine.standard();

    /** The template: two values, a docker-config JSON, or a configuration file of 40 lines. */
    @Param({"small", "docker", "config"})
    public String template = "small";

    private String text = "";
    private Map<String, byte[]> data = Map.of();

    /** Reads the template and its data. */
    @Setup
    public void read() {
        text = new String(resource(template + ".tmpl"), StandardCharsets.UTF_8);
        try {
            Map<String, String> values =
                    new ObjectMapper().readValue(resource("data.json"), new TypeReference<Map<String, String>>() {});
            data = new TreeMap<>();
            values.forEach((key, value) -> data.put(key, value.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        String path = "/dev/eso4j/benchmarks/templates/" + name;
        try (InputStream in = Objects.requireNonNull(TemplateBenchmark.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public byte[] render() {
        return engine.render(text, data);
    }
}

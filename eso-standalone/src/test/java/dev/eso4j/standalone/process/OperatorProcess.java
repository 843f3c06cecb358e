package dev.eso4j.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The jar, running as a child of the tests; it ends with them, however they end. */
public final class OperatorProcess implements AutoCloseable {
    static final Path JAR = jar();

    private static final String WATCHED =
            "exec 3<&0; (cat <&3 >/dev/null 2>&1; kill -9 $$ 2>/dev/null) & exec \"$@\" 3<&- </dev/null";
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xss512k",
            "-Xmx256m",
            "-Xmn12m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;

    private OperatorProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the operator on free ports, with flags such as {@code --namespace=x}. */
    public static OperatorProcess start(String kubeconfig, String... flags) {
        return start(JVM, kubeconfig, flags);
    }

    /** Starts the operator with the JVM flags of an installation. */
    public static OperatorProcess start(List<String> jvm, String kubeconfig, String... flags) {
        List<String> all =
                new ArrayList<>(List.of("operator", "--metrics-addr=127.0.0.1:0", "--live-addr=127.0.0.1:0"));
        all.addAll(List.of(flags));
        return run(jvm, Map.of("KUBECONFIG", write(kubeconfig).toString()), all);
    }

    /** Starts any command of the jar from a shell script that ends with {@code exec "$@"}. */
    static OperatorProcess run(String script, List<String> args) {
        return run(JVM, Map.of(), List.of("/bin/sh", "-c", script, "sh"), args);
    }

    /** Starts any command of the jar. */
    public static OperatorProcess run(List<String> jvm, Map<String, String> environment, List<String> args) {
        return run(jvm, environment, List.of(), args);
    }

    private static OperatorProcess run(
            List<String> jvm, Map<String, String> environment, List<String> before, List<String> args) {
        try {
            Path log = Files.createTempFile(folder(), "operator-", ".log");
            List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WATCHED, "sh"));
            command.addAll(before);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvm);
            command.addAll(List.of("-jar", JAR.toString()));
            command.addAll(args);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(k -> k.startsWith("KUBE"));
            builder.environment().putAll(environment);
            return new OperatorProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a kubeconfig into a file. */
    public static Path write(String kubeconfig) {
        try {
            return Files.writeString(Files.createTempFile(folder(), "kubeconfig-", ".yaml"), kubeconfig);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all that it printed so far. */
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a line of the log matches and returns what the first group caught, or all that matched. */
    public String awaitLog(String regex) {
        Pattern pattern = Pattern.compile(regex);
        String[] caught = {""};
        Awaitility.await("a line like " + regex)
                .conditionEvaluationListener(new OnTimeout(this))
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    Matcher matcher = pattern.matcher(log());
                    boolean found = matcher.find();
                    if (found) {
                        caught[0] = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
                    }
                    return found;
                });
        return caught[0];
    }

    /** Waits until it says that it is ready. */
    public OperatorProcess awaitReady() {
        Awaitility.await("readiness")
                .conditionEvaluationListener(new OnTimeout(this))
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> health("/readyz").statusCode() == 200);
        return this;
    }

    /** Asks the server of health and readiness. */
    public HttpResponse<String> health(String path) {
        return get(awaitLog("health is at port (\\d+)"), path);
    }

    /** Returns the metrics. */
    public String metrics() {
        return get(awaitLog("metrics are at port (\\d+)"), "/metrics").body();
    }

    private static HttpResponse<String> get(String port, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal, for example {@code TERM} or {@code STOP}. */
    public void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " failed with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns how much memory it has in all, as the kernel counts. */
    long residentKilobytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether it still runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Waits for its end and returns the exit code. */
    public int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + patience + "\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    private static Path folder() {
        try {
            return Files.createDirectories(JAR.resolveSibling("operator-process"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        Path module = Path.of("").toAbsolutePath();
        Path jar = module.resolve("target/eso-standalone.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("there is no " + jar + "; these tests run after 'package'");
        }
        return jar;
    }
}

package dev.eso4j.benchmarks.macro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The operator as a child process, and what it costs. It ends with this JVM. */
final class OperatorUnderTest implements AutoCloseable {
    private final Process process;
    private final Thread atExit;
    private final long started;

    private OperatorUnderTest(Process process, long started) {
        this.process = process;
        this.started = started;
        this.atExit = new Thread(process::destroyForcibly, "operator-stop");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts it, with what it prints in {@code log}. */
    static OperatorUnderTest start(MacroOptions options, BenchCluster cluster) throws IOException {
        List<String> command = new ArrayList<>(options.operator());
        command.add("--metrics-addr=127.0.0.1:0");
        command.add("--live-addr=127.0.0.1:0");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(options.log().toFile());
        builder.environment().keySet().removeIf(k -> k.startsWith("KUBE"));
        builder.environment().put("KUBECONFIG", cluster.kubeconfig().toString());
        long started = System.nanoTime();
        return new OperatorUnderTest(builder.start(), started);
    }

    /** Returns when it was started, by {@link System#nanoTime}. */
    long started() {
        return started;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Returns the processor time that it has used. */
    Duration cpu() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("this system does not tell the CPU time of a process"));
    }

    /** Returns the most memory that was ever resident, in MB; 0 where the system does not say. */
    long peakMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    /** Returns the memory that is resident now, in MB; 0 where the system does not say. */
    long residentMegabytes() throws IOException {
        return megabytes("VmRSS:");
    }

    private long megabytes(String key) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Ends it as a Deployment would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}

package dev.eso4j.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs kubectl with a kubeconfig and a discovery cache that belong to one control plane. */
final class Kubectl {
    private static final int TIMEOUT_SECONDS = 120;

    private final Path program;
    private final Path folder;
    private final Path kubeconfig;

    Kubectl(Path program, Path folder, Path kubeconfig) {
        this.program = program;
        this.folder = folder;
        this.kubeconfig = kubeconfig;
    }

    KubectlResult run(@Nullable String input, String... args) {
        KubectlResult result = attempt(input, args);
        if (!result.ok()) {
            throw new ControlPlaneException("kubectl " + String.join(" ", args) + " failed with " + result.exitCode()
                    + ": " + result.err().strip());
        }
        return result;
    }

    KubectlResult attempt(@Nullable String input, String... args) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(args));
        try {
            return call(command, input == null ? "" : input);
        } catch (IOException e) {
            throw new ControlPlaneException("Cannot run " + program + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlPlaneException("Interrupted while kubectl " + String.join(" ", args) + " was running", e);
        }
    }

    // Files and not pipes: a full pipe that nobody reads would stop kubectl, and reading two needs threads.
    private KubectlResult call(List<String> command, String input) throws IOException, InterruptedException {
        Path in = Files.createTempFile(folder, "kubectl-", ".in");
        Path out = Files.createTempFile(folder, "kubectl-", ".out");
        Path err = Files.createTempFile(folder, "kubectl-", ".err");
        try {
            Files.writeString(in, input);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("KUBECONFIG", kubeconfig.toString());
            builder.environment()
                    .put("KUBECACHEDIR", folder.resolve("kubectl-cache").toString());
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new ControlPlaneException(
                        String.join(" ", command) + " took more than " + TIMEOUT_SECONDS + " s");
            }
            return new KubectlResult(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }
}

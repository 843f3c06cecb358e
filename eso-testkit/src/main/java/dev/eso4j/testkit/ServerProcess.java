package dev.eso4j.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One server as a child process with a log of its own.
 *
 * <p>The child dies with this JVM however that ends: a watcher beside it holds the other end of a pipe and kills it
 * when the pipe closes, so a JVM that was killed leaves nothing behind either.
 */
final class ServerProcess {
    private static final int TAIL_LINES = 25;
    private static final String WATCHED =
            "exec 3<&0; (cat <&3 >/dev/null 2>&1; kill -9 $$ 2>/dev/null) & exec \"$@\" 3<&- </dev/null";

    private final String name;
    private final Path log;
    private final Process process;
    private final Supplier<ServerProcess> again;

    private ServerProcess(String name, Path log, Process process, Supplier<ServerProcess> again) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.again = again;
    }

    static ServerProcess start(Path program, Path folder, List<String> flags) {
        String name = program.getFileName().toString();
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WATCHED, "sh", program.toString()));
        command.addAll(flags);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new ServerProcess(name, log, process, () -> start(program, folder, flags));
        } catch (IOException e) {
            throw new ControlPlaneException("Cannot run " + program + ": " + e.getMessage(), e);
        }
    }

    /** Starts the same server once more. */
    ServerProcess again() {
        return again.get();
    }

    /** Kills the server, so that it has no time to put anything in order. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Returns the last lines that the server logged, under a heading. */
    String tail() {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
            String state = alive() ? "running" : "ended with " + process.exitValue();
            return "--- " + name + " (" + state + "), last lines of its log\n" + String.join("\n", last);
        } catch (IOException e) {
            return "--- " + name + ": no log (" + e.getMessage() + ")";
        }
    }

    /** Asks the server to end. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end that {@link #terminate} asked for, and kills the server when it takes more than 5 s. */
    void awaitEnd() {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
            process.getOutputStream().close();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new ControlPlaneException("Cannot close the pipe to " + name, e);
        }
    }
}

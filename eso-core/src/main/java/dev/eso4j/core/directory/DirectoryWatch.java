package dev.eso4j.core.directory;

import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ManifestProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a directory again and again. Polling sees what notifications miss: network folders, mounted volumes, a
 * directory that is exchanged as a whole.
 */
final class DirectoryWatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DirectoryWatch.class);

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    private DirectoryWatch(LocalDirectory directory, Duration interval, Consumer<List<ManifestProblem>> listener) {
        thread = new Thread(() -> run(directory, interval, listener), "eso-directory");
        thread.setDaemon(true);
    }

    static DirectoryWatch start(LocalDirectory directory, Duration interval, Consumer<List<ManifestProblem>> listener) {
        DirectoryWatch watch = new DirectoryWatch(directory, interval, listener);
        watch.thread.start();
        return watch;
    }

    private void run(LocalDirectory directory, Duration interval, Consumer<List<ManifestProblem>> listener) {
        List<ManifestProblem> told = directory.problems();
        try {
            while (!end.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                List<ManifestProblem> problems;
                try {
                    problems = directory.scan(true);
                    if (directory.repair()) {
                        LOGGER.warn("the output was not as it had been written; what was missing is there again");
                    }
                } catch (ClusterException e) {
                    // The directory may be unmounted for a moment; what is known stays until it is back.
                    problems = List.of(new ManifestProblem(".", 1, 1, "", String.valueOf(e.getMessage()), ""));
                }
                if (!problems.equals(told)) {
                    told = problems;
                    listener.accept(problems);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.error("the directory is not watched any more", e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        if (Thread.currentThread() != thread) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

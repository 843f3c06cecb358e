package dev.eso4j.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads inputs one after the other under watch. Takes the process's output while it is open. */
final class Reading<T> implements AutoCloseable {
    /** Half of what threads usually have, so that what just fits here fits everywhere. */
    private static final long STACK = 512 << 10;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * What came of one input.
     *
     * @param accepted whether it was taken
     * @param kind what failures of one cause have in common
     * @param failure what breaks the contract
     */
    record Outcome(boolean accepted, String kind, @Nullable String failure) {}

    private final Contract<T> contract;
    private final Subject<T> subject;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private volatile @Nullable Thread thread;
    private boolean stuck;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread created = new Thread(null, work, "fuzz", STACK);
        created.setDaemon(true);
        thread = created;
        return created;
    });

    Reading(Contract<T> contract, Subject<T> subject) {
        this.contract = contract;
        this.subject = subject;
        PrintStream taken = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(taken);
        System.setErr(taken);
    }

    /** Returns whether an input did not end, after which there is no point in going on. */
    boolean stuck() {
        return stuck;
    }

    Outcome of(T input) {
        printed.reset();
        Future<Outcome> future = worker.submit(() -> read(input));
        try {
            Outcome outcome = future.get(contract.time.toMillis(), TimeUnit.MILLISECONDS);
            String said = outcome.failure == null ? output(input) : null;
            return said == null ? outcome : new Outcome(outcome.accepted, "output", said);
        } catch (TimeoutException e) {
            stuck = true;
            Thread hanging = thread;
            String where = hanging == null ? "" : frames(hanging.getStackTrace(), 25);
            return new Outcome(false, "hang", "it does not end within " + contract.time + where);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the harness itself failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Outcome read(T input) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        Outcome outcome = verdict(input);
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        if (outcome.failure == null && allocated > contract.allocation) {
            return new Outcome(outcome.accepted, "memory", "it allocates " + (allocated >> 20) + " MiB");
        }
        return outcome;
    }

    private Outcome verdict(T input) {
        List<String> messages = new ArrayList<>();
        try {
            messages.addAll(subject.read(input));
        } catch (Throwable thrown) { // Errors are what is looked for.
            if (!contract.documents(thrown)) {
                String first = thrown.getStackTrace().length == 0 ? "" : thrown.getStackTrace()[0].toString();
                return new Outcome(
                        false,
                        thrown.getClass() + first,
                        "it throws " + shortened(thrown.toString()) + frames(thrown.getStackTrace(), 25)
                                + cause(thrown));
            }
            messages.add(String.valueOf(thrown.getMessage()));
            for (Throwable each = thrown; each != null; each = each.getCause()) {
                String leak = contract.leak(input, each.toString());
                if (leak != null) {
                    return new Outcome(false, "leak " + each.getClass(), leak);
                }
            }
        }
        for (String message : messages) {
            String problem = contract.problem(input, message);
            if (problem != null) {
                return new Outcome(false, problem.substring(0, Math.min(20, problem.length())), problem);
            }
        }
        return new Outcome(messages.isEmpty(), "", null);
    }

    private @Nullable String output(T input) {
        String text = printed.toString(StandardCharsets.UTF_8);
        if (text.contains("\tat ")) {
            return "it prints a stack trace: " + shortened(text);
        }
        return contract.leak(input, text);
    }

    private static String shortened(String text) {
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }

    private static String cause(Throwable thrown) {
        return thrown.getCause() == null
                ? ""
                : "\n    because of " + shortened(thrown.getCause().toString());
    }

    private static String frames(StackTraceElement[] stack, int most) {
        return Arrays.stream(stack)
                .limit(most)
                .map(frame -> "\n    in " + frame)
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        worker.shutdownNow();
    }
}

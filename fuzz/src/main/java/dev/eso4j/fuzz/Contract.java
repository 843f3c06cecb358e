package dev.eso4j.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a target promises. Filled by {@link Fuzz}. */
final class Contract<T> {
    final List<Class<? extends RuntimeException>> refusals = new ArrayList<>();
    String rule = "";
    BiPredicate<T, String> holds = (input, message) -> true;
    int longestMessage = 8_000;
    Function<T, String> canary = input -> "";
    Duration time = Duration.ofSeconds(20);
    long allocation = 512L << 20;

    /** Returns what is wrong with what was said about {@code input}, or null. */
    @Nullable
    String problem(T input, String message) {
        if (message.isBlank()) {
            return "a message is empty";
        }
        if (message.length() > longestMessage) {
            return "a message has " + message.length() + " characters: " + start(message);
        }
        return holds.test(input, message)
                ? leak(input, message)
                : "a message breaks the rule: " + rule + ": " + start(message);
    }

    /** Returns what is wrong with something that was printed or lies below an exception, or null. */
    @Nullable
    String leak(T input, String text) {
        String secret = canary.apply(input);
        return !secret.isEmpty() && text.contains(secret) ? "a secret value is told: " + start(text) : null;
    }

    boolean documents(Throwable thrown) {
        return refusals.stream().anyMatch(type -> type.isInstance(thrown));
    }

    private static String start(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }
}

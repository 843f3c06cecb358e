package dev.eso4j.core.plan;

import dev.eso4j.core.cluster.KubeSecret;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** How large a Secret may be, as the API server has it: all values together, without their names. */
final class TargetSize {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int NAMED_KEYS = 3;

    private TargetSize() {}

    /** Returns {@code plan}, or a refusal if {@code secret} is too large for it. */
    static TargetPlan checked(KubeSecret secret, TargetPlan plan) {
        long bytes = bytes(secret);
        return bytes > MOST_BYTES ? refusal(secret, bytes) : plan;
    }

    /** The API server would say "too long" and no more. */
    private static TargetPlan.Refused refusal(KubeSecret secret, long bytes) {
        String largest = secret.data().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, byte[]> e) -> e.getValue().length)
                        .reversed())
                .limit(NAMED_KEYS)
                .map(e -> e.getKey() + " (" + e.getValue().length + ")")
                .collect(Collectors.joining(", "));
        return new TargetPlan.Refused(
                TargetPlan.Refused.Cause.TOO_LARGE,
                "could not update secret: the data of " + secret.metadata().getName() + " would be " + bytes
                        + " bytes, and a Secret holds at most " + MOST_BYTES + "; its largest keys are " + largest
                        + "; fetch fewer of them, or divide them among several ExternalSecrets");
    }

    private static long bytes(KubeSecret secret) {
        long bytes = 0;
        for (byte[] value : secret.data().values()) {
            bytes += value.length;
        }
        return bytes;
    }
}

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

    static boolean exceeds(KubeSecret secret) {
        return bytes(secret) > MOST_BYTES;
    }

    /** The API server would say "too long" and no more. */
    static TargetPlan.Refused refusal(KubeSecret secret) {
        String largest = secret.data().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, byte[]> e) -> e.getValue().length)
                        .reversed())
                .limit(NAMED_KEYS)
                .map(e -> e.getKey() + " (" + e.getValue().length + ")")
                .collect(Collectors.joining(", "));
        return new TargetPlan.Refused(
                TargetPlan.Refused.Cause.TOO_LARGE,
                "could not update secret: the data of " + secret.metadata().getName() + " would be " + bytes(secret)
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

package dev.eso4j.core.externalsecret;

import dev.eso4j.api.GoDuration;
import dev.eso4j.api.externalsecret.SyncWindow;
import dev.eso4j.api.externalsecret.SyncWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether the windows of an ExternalSecret let a periodic refresh pass. */
final class SyncWindowsGate {
    private final boolean deny;
    private final List<Window> windows;

    private SyncWindowsGate(boolean deny, List<Window> windows) {
        this.deny = deny;
        this.windows = windows;
    }

    /** Returns the gate; without windows it is always open. Throws IllegalArgumentException naming the field. */
    static SyncWindowsGate of(@Nullable SyncWindows spec) {
        List<Window> windows = new ArrayList<>();
        if (spec != null) {
            for (int i = 0; i < spec.windows().size(); i++) {
                SyncWindow window = spec.windows().get(i);
                String field = "spec.syncWindows.windows[" + i + "]";
                Duration duration = GoDuration.parse(field + ".duration", window.duration());
                if (duration.isNegative() || duration.isZero()) {
                    throw new IllegalArgumentException(field + ".duration must be longer than zero");
                }
                windows.add(new Window(Schedule.parse(field + ".schedule", window.schedule()), duration));
            }
        }
        return new SyncWindowsGate(spec != null && "deny".equals(spec.kind()), windows);
    }

    boolean allows(Instant now) {
        if (windows.isEmpty()) {
            return true;
        }
        boolean open = windows.stream().anyMatch(w -> w.schedule.open(now, w.duration));
        return open != deny;
    }

    /** Returns when a gate that is closed now opens at the earliest. */
    Optional<Instant> opens(Instant now) {
        if (deny) {
            return windows.stream()
                    .filter(w -> w.schedule.open(now, w.duration))
                    .flatMap(w -> w
                            .schedule
                            .lastAtOrBefore(now)
                            .map(f -> f.plus(w.duration).plusSeconds(1))
                            .stream())
                    .max(Instant::compareTo);
        }
        return windows.stream()
                .flatMap(w -> w.schedule.firstAfter(now).stream())
                .min(Instant::compareTo);
    }

    private record Window(Schedule schedule, Duration duration) {}
}

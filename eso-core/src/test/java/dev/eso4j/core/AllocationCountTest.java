package dev.eso4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Bytes that one thread allocates for one sync, the cluster in memory included. They are counted by the JVM and do not
 * depend on how fast or busy the machine is; the bounds leave about a third above what was counted when they were set.
 */
@DisplayName("One warm sync allocates no more than")
class AllocationCountTest {
    private static final int WARM = 2_000;
    private static final int COUNTED = 1_000;

    private static long bytesEach(String what, IntConsumer sync) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < WARM; i++) {
            sync.accept(i);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = WARM; i < WARM + COUNTED; i++) {
            sync.accept(i);
        }
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / COUNTED;
        System.out.println("allocated by one " + what + ": " + each + " bytes");
        return each;
    }

    @Test
    @DisplayName("its share for a first sync")
    void firstSync() {
        try (SyncBench bench = new SyncBench()) {
            bench.backend.secrets.put("db", "{\"user\":\"svc\",\"password\":\"p\"}");
            for (int i = 0; i < WARM + COUNTED; i++) {
                bench.externalSecret("db-" + i);
            }
            assertThat(bytesEach("first sync", i -> bench.changed("db-" + i))).isLessThan(97_000);
            assertThat(bench.data("db-" + (WARM + COUNTED - 1))).isPresent();
        }
    }

    @Test
    @DisplayName("its share for a refresh that changes nothing")
    void unchangedRefresh() {
        try (SyncBench bench = new SyncBench()) {
            bench.backend.secrets.put("db", "{\"user\":\"svc\",\"password\":\"p\"}");
            bench.externalSecret("db");
            bench.changed("db");
            int writes = bench.cluster.writes().size();
            assertThat(bytesEach("unchanged refresh", i -> bench.tickAfter(Duration.ofMinutes(70), "db")))
                    .isLessThan(75_000);
            assertThat(bench.cluster.writes()).hasSize(writes + WARM + COUNTED);
        }
    }
}

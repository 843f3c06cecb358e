package dev.eso4j.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Threads that share an engine")
class ConcurrencyTest {
    private static final String TEMPLATE = "{{ define \"x\" }}<{{ . }}>{{ end }}{{ $n := 0 }}"
            + "{{ range $i, $c := .list }}{{ $n = $i }}{{ template \"x\" $c }}{{ end }}{{ printf \"%s-%d\" .name $n }}";

    @Test
    @DisplayName("get an error for templates that nest deeply, however small their stacks are")
    void smallStacks() throws Exception {
        List<String> templates = List.of(
                "{{ " + "(".repeat(490) + "1" + ")".repeat(490) + " }}",
                "{{ if true }}".repeat(490) + "x" + "{{ end }}".repeat(490),
                "{{ define \"a\" }}" + "{{ if true }}".repeat(100) + "{{ template \"a\" }}" + "{{ end }}".repeat(101)
                        + "{{ template \"a\" }}");
        for (long kilobytes : new long[] {160, 256, 1024}) {
            List<String> ends = new ArrayList<>();
            Runnable work = () -> {
                for (String template : templates) {
                    try {
                        TemplateEngine engine = TemplateEngine.builder().build();
                        ends.add(new String(engine.parse("k", template).execute(Map.of()), UTF_8));
                    } catch (TemplateException e) {
                        ends.add(e.reason());
                    }
                }
            };
            Thread thread = new Thread(null, work, "small", kilobytes << 10);
            thread.start();
            thread.join(TimeUnit.SECONDS.toMillis(60));

            assertThat(ends).hasSize(3);
            assertThat(ends.get(0)).matches("1|.*nested.*");
            assertThat(ends.get(1)).matches("x|.*nested.*");
            assertThat(ends.get(2)).contains("nest");
        }
    }

    @Test
    @DisplayName("each get what their own data give, from one template")
    void ownData() throws Exception {
        TemplateEngine engine = TemplateEngine.builder().build();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                String name = "n" + thread;
                results.add(threads.submit(() -> {
                    boolean same = true;
                    for (int i = 0; i < 500; i++) {
                        String each = name + i;
                        Map<String, Object> data = Map.of("name", each, "list", List.of(each, each + "b"));
                        byte[] output = engine.parse("k" + i % 7, TEMPLATE).execute(data);
                        same &= new String(output, UTF_8).equals("<" + each + "><" + each + "b>" + each + "-1");
                    }
                    return same;
                }));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get(60, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}

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

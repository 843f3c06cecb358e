package dev.eso4j.benchmarks.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the API server has counted")
class RequestCountsTest {
    private static final String BEFORE = """
            # TYPE apiserver_request_total counter
            apiserver_request_total{code="201",resource="secrets",scope="resource",subresource="",verb="POST"} 3
            apiserver_request_total{code="201",resource="leases",scope="resource",subresource="",verb="POST"} 9
            """;
    private static final String AFTER = """
            apiserver_request_total{code="201",resource="secrets",scope="resource",subresource="",verb="POST"} 5
            apiserver_request_total{code="409",resource="secrets",scope="resource",subresource="",verb="POST"} 1
            apiserver_request_total{code="200",resource="externalsecrets",subresource="status",verb="PATCH"} 1.5e+03
            apiserver_request_total{code="200",resource="externalsecrets",subresource="",verb="GET"} 4
            apiserver_request_total{code="201",resource="events",subresource="",verb="POST"} 7
            apiserver_request_total{code="201",resource="leases",scope="resource",subresource="",verb="POST"} 20
            """;

    private final RequestCounts counts = RequestCounts.parse(AFTER).since(RequestCounts.parse(BEFORE));

    @Test
    @DisplayName("is summed by verb and resource, of the resources of an operator, since the beginning of the run")
    void byVerbAndResource() {
        assertThat(counts.counts())
                .isEqualTo(Map.of(
                        "POST secrets", 3L,
                        "PATCH externalsecrets/status", 1500L,
                        "GET externalsecrets", 4L,
                        "POST events", 7L));
    }

    @Test
    @DisplayName("is writes and reads, events not among them")
    void writesAndReads() {
        assertThat(List.of(counts.writes(), counts.reads())).containsExactly(1503L, 4L);
    }

    @Test
    @DisplayName("of several runs has a median")
    void median() {
        assertThat(Medians.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2.0);
        assertThat(Medians.median(List.of(4.0, 1.0))).isEqualTo(2.5);
    }
}

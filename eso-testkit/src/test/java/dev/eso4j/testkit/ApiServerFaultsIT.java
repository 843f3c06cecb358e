package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.eso4j.core.cluster.KubernetesCluster;
import dev.eso4j.core.cluster.KubernetesClusterBuilder;
import dev.eso4j.testkit.faults.ApiRequest;
import dev.eso4j.testkit.faults.Fault;
import dev.eso4j.testkit.faults.InjectedFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@WithControlPlane
@Execution(ExecutionMode.CONCURRENT) // They mostly wait for retries.
@DisplayName("An operator whose API server misbehaves ends in the same state as one whose API server does not, after")
class ApiServerFaultsIT {
    private static final Predicate<ApiRequest> ANY = request -> true;
    private static final Predicate<ApiRequest> WRITES = ApiRequest::writes;
    private static final Predicate<ApiRequest> WATCHES =
            is("watch", "externalsecrets").or(is("watch", "secrets"));
    private static final Predicate<ApiRequest> TARGETS = is("create", "secrets").or(is("update", "secrets"));
    private static final Predicate<ApiRequest> STATUS = is("patch", "externalsecrets/status");

    private static CanaryLeak canary;
    private static SortedMap<String, String> undisturbed;

    private static Predicate<ApiRequest> is(String verb, String resource) {
        return request -> request.is(verb, resource);
    }

    @BeforeAll
    static void undisturbed(ControlPlane plane) {
        plane.installCrds();
        canary = CanaryLeak.open();
        try (FaultBench bench = new FaultBench(plane, canary.value(), (proxy, options) -> options)) {
            bench.work(bench::settle);
            Awaitility.await("the changes").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                undisturbed = bench.state();
                bench.settle();
                assertThat(bench.state()).isEqualTo(undisturbed).containsKey("Secret es-0-renamed");
                assertThat(undisturbed.get("Secret es-31")).contains("data={other=");
            });
        }
        assertThat(undisturbed).hasSizeGreaterThan(FaultBench.SIZE).doesNotContainKey("Secret es-0");
    }

    @AfterAll
    static void noValueShown(ControlPlane plane) {
        try (KubernetesCluster admin =
                KubernetesCluster.builder().kubeconfig(plane.kubeconfig()).build()) {
            assertThat(canary.loggedLines()).isPositive();
            canary.look(admin).assertNowhere();
        } finally {
            canary.close();
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("401 on everything, for a while", ANY, 10, 30, Fault.status(401, "Unauthorized")),
                fault("403 on target writes", TARGETS, 2, 8, Fault.status(403, "Forbidden")),
                fault("403 on statuses", STATUS, 2, 8, Fault.status(403, "Forbidden")),
                fault(
                        "404 on target writes, as if the namespace vanished",
                        TARGETS,
                        0,
                        5,
                        Fault.status(404, "NotFound")),
                fault("404 on statuses", STATUS, 2, 4, Fault.status(404, "NotFound")),
                fault("409 on target writes", TARGETS, 0, 12, Fault.status(409, "Conflict")),
                fault("409 on statuses", STATUS, 0, 8, Fault.status(409, "Conflict")),
                fault("410 in the middle of watches", WATCHES, 0, 6, Fault.gone(3)),
                fault("410 on lists", is("list", "externalsecrets"), 0, 2, Fault.status(410, "Expired")),
                fault("422 on target writes", TARGETS, 3, 6, Fault.status(422, "Invalid")),
                fault("429 with Retry-After on writes", WRITES, 5, 12, Fault.throttled(Duration.ofSeconds(1))),
                fault(
                        "429 with Retry-After on lists and watches",
                        WRITES.negate(),
                        0,
                        6,
                        Fault.throttled(Duration.ofSeconds(1))),
                fault("500 on everything, for a while", ANY, 10, 30, Fault.status(500, "InternalError")),
                fault("503 on everything, for a while", ANY, 3, 30, Fault.status(503, "ServiceUnavailable")),
                fault(
                        "500 on target writes that were carried out",
                        TARGETS,
                        2,
                        6,
                        Fault.lostAnswer(500, "InternalError")),
                fault("504 on statuses that were carried out", STATUS, 2, 6, Fault.lostAnswer(504, "Timeout")),
                fault("a connection that is reset before a write is carried out", WRITES, 4, 10, Fault.reset()),
                fault("a reset in the middle of the answer to a write", WRITES, 4, 10, Fault.resetInBody()),
                fault("a reset in the middle of a list", is("list", "externalsecrets"), 0, 2, Fault.resetInBody()),
                fault("a reset in the middle of watches", WATCHES, 0, 4, Fault.resetInBody()),
                fault("target writes that are never answered", TARGETS, 2, 4, Fault.silence()),
                fault("answers that trickle and never end", TARGETS.or(STATUS), 3, 4, Fault.trickle()),
                fault("watches that repeat all they have told", WATCHES, 0, 1000, Fault.replay()),
                fault("watches without bookmarks", WATCHES, 0, 1000, Fault.noBookmarks()));
    }

    private static Arguments fault(String name, Predicate<ApiRequest> which, int skip, int times, Fault fault) {
        return arguments(name, which, skip, times, fault);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void injected(String name, Predicate<ApiRequest> which, int skip, int times, Fault fault, ControlPlane plane) {
        InjectedFault[] injected = {null};
        endsAsUndisturbed(
                plane,
                UnaryOperator.identity(),
                bench -> {
                    injected[0] = bench.proxy.inject(which, skip, times, fault);
                },
                bench -> {});
        assertThat(injected[0].hits()).as("requests that met the fault").isPositive();
    }

    private static void endsAsUndisturbed(
            ControlPlane plane,
            UnaryOperator<KubernetesClusterBuilder> options,
            Consumer<FaultBench> before,
            Consumer<FaultBench> meanwhile) {
        try (FaultBench bench = new FaultBench(plane, canary.value(), (proxy, builder) -> options.apply(builder))) {
            before.accept(bench);
            bench.work(() -> meanwhile.accept(bench));
            awaitUndisturbed(bench);
        }
    }

    private static void awaitUndisturbed(FaultBench bench) {
        Awaitility.await("the state of the undisturbed run")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertSame(bench));
        bench.settle();
        assertSame(bench);
    }

    /** Names first: whole states are long. */
    private static void assertSame(FaultBench bench) {
        SortedMap<String, String> state = bench.state();
        assertThat(state.keySet()).isEqualTo(undisturbed.keySet());
        List<String> different = new ArrayList<>();
        undisturbed.forEach((key, line) -> {
            if (!line.equals(state.get(key))) {
                different.add(key + "\n  is     " + state.get(key) + "\n  should " + line);
            }
        });
        assertThat(different).isEmpty();
    }

    @Test
    @DisplayName("a token that is not accepted and is renewed in its file")
    void renewedToken(ControlPlane plane, @TempDir Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "admin-token");
        InjectedFault[] refused = {null};
        try (FaultBench bench = new FaultBench(
                plane,
                canary.value(),
                (proxy, options) -> options.kubeconfig(
                        plane.kubeconfigThrough(proxy, "").replace("token: \"\"", "tokenFile: \"" + token + "\"")))) {
            bench.work(() -> {
                bench.settle();
                // What the API server does when a token has expired; the kubelet has not put the next one there yet.
                write(token, "expired");
                refused[0] = bench.proxy.inject(ANY, 0, 8, Fault.status(401, "Unauthorized"));
                bench.proxy.resetAll();
                Awaitility.await().until(() -> refused[0].hits() > 3);
                write(token, "admin-token");
            });
            awaitUndisturbed(bench);
        }
    }

    @Test
    @DisplayName("another namespace vanishing in the middle of the work on it")
    void vanishedNamespace(ControlPlane plane) {
        try (FaultBench bench = new FaultBench(plane, canary.value(), (proxy, options) -> options);
                FaultBench vanishing = new FaultBench(plane, canary.value(), (proxy, options) -> options)) {
            vanishing.create(0, FaultBench.SIZE);
            vanishing.start();
            Awaitility.await().until(() -> vanishing.proxy.writes() > 5);
            plane.kubectl("delete", "namespace", vanishing.namespace, "--wait=false");
            bench.work(() -> {});
            awaitUndisturbed(bench);
            plane.kubectl("wait", "--for=delete", "namespace/" + vanishing.namespace, "--timeout=40s");
            vanishing.settle();
            long writes = vanishing.proxy.writes();
            Awaitility.await("no retries for what is gone")
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> vanishing.waiting() == 0 && vanishing.proxy.writes() == writes);
        }
    }

    @Test
    @DisplayName("watches that go silent, within the time in which the client notices that")
    void silentWatches(ControlPlane plane) {
        endsAsUndisturbed(
                plane,
                options -> options.watchSilence(Duration.ofSeconds(2)),
                bench -> bench.proxy.inject(WATCHES, 0, 4, Fault.silentWatch(1)),
                bench -> {});
    }

    @Test
    @DisplayName("all connections being reset again and again")
    void resets(ControlPlane plane) {
        endsAsUndisturbed(
                plane,
                UnaryOperator.identity(),
                bench -> bench.proxy.answered(r -> {
                    if (r.number() % 40 == 0) {
                        bench.proxy.resetAll();
                    }
                }),
                bench -> {});
    }

    @Test
    @DisplayName("being cut off in the middle")
    void cutOff(ControlPlane plane) {
        endsAsUndisturbed(
                plane,
                options -> options.watchSilence(Duration.ofSeconds(4)),
                bench -> bench.proxy.answered(r -> {
                    if (r.number() == 25) {
                        bench.proxy.cutOff();
                    }
                }),
                bench -> {
                    if (bench.state().containsKey("ExternalSecret es-35")) {
                        return; // Once is enough.
                    }
                    Awaitility.await().until(bench.proxy::isCutOff);
                    // Calls run into their timeout while nothing gets through.
                    Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
                    bench.proxy.answered(r -> {});
                    bench.proxy.restore();
                });
    }

    @Test
    @DisplayName("its clock jumping an hour forward and back")
    void clock(ControlPlane plane) {
        for (int hours : new int[] {1, -1}) {
            endsAsUndisturbed(plane, UnaryOperator.identity(), bench -> {}, bench -> {
                bench.settle();
                bench.jump(Duration.ofHours(hours));
            });
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.eso4j.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The flags of the operator")
class OperatorFlagsTest {
    private static final Map<String, FlagSet.Flag> FLAGS =
            OperatorFlags.all().all().stream().collect(Collectors.toMap(FlagSet.Flag::name, Function.identity()));

    @ParameterizedTest(name = "--{0}={2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "metrics-addr, STRING, :8080, true",
                "metrics-secure, BOOL, false, false",
                "metrics-auth, BOOL, false, false",
                "metrics-cert-dir, STRING, '', false",
                "metrics-cert-name, STRING, tls.crt, false",
                "metrics-key-name, STRING, tls.key, false",
                "live-addr, STRING, :8082, true",
                "controller-class, STRING, default, true",
                "enable-leader-election, BOOL, false, true",
                "leader-election-id, STRING, external-secrets-controller, true",
                "leader-election-lease-duration, DURATION, 15s, true",
                "leader-election-renew-deadline, DURATION, 10s, true",
                "leader-election-retry-period, DURATION, 2s, true",
                "client-burst, INT, 100, true",
                "loglevel, STRING, info, true",
                "zap-time-encoding, STRING, epoch, true",
                "namespace, STRING, '', true",
                "enable-secret-store-reconciler, BOOL, true, true",
                "enable-cluster-store-reconciler, BOOL, true, true",
                "enable-cluster-external-secret-reconciler, BOOL, true, false",
                "enable-push-secret-reconciler, BOOL, true, false",
                "enable-cluster-push-secret-reconciler, BOOL, true, false",
                "enable-secrets-caching, BOOL, false, false",
                "enable-configmaps-caching, BOOL, false, false",
                "enable-managed-secrets-caching, BOOL, true, false",
                "enable-secret-api-read-on-cache-mismatch, BOOL, true, false",
                "store-requeue-interval, DURATION, 5m0s, true",
                "enable-flood-gate, BOOL, true, true",
                "enable-generator-state, BOOL, true, false",
                "enable-extended-metric-labels, BOOL, false, true",
                "enable-http2, BOOL, false, false",
                "unsafe-allow-generic-targets, BOOL, false, true",
                "generator-gc-grace-period, DURATION, 2m0s, false",
                "template-left-delimiter, STRING, {{, true",
                "template-right-delimiter, STRING, }}, true",
                "enable-vault-token-cache, BOOL, false, false",
                "vault-token-cache-size, INT, 262144, false",
                "experimental-enable-vault-token-cache, BOOL, false, false",
                "experimental-vault-token-cache-size, INT, 262144, false",
                "experimental-enable-doppler-oidc-cache, BOOL, false, false",
                "experimental-doppler-oidc-cache-size, INT, 262144, false",
                "doppler-etag-cache-size, INT, 16384, false",
                "mysterybox-tokens-cache-size, INT, 4096, false",
                "mysterybox-connections-cache-size, INT, 128, false"
            })
    @DisplayName("are those of the existing operator, with its defaults, and what has no effect says so")
    void table(String name, FlagSet.Type type, String defaultValue, boolean effective) {
        FlagSet.Flag flag = FLAGS.get(name);
        assertThat(flag).as("--" + name).isNotNull();
        assertThat(flag.type()).isEqualTo(type);
        assertThat(flag.defaultValue()).isEqualTo(defaultValue);
        assertThat(flag.help()).isNotBlank();
        assertThat(flag.effective()).isEqualTo(effective);

        FlagSet.Values given = OperatorFlags.all().parse(List.of("--" + name + "=" + defaultValue));
        assertThat(given.text(name)).isEqualTo(defaultValue);
        assertThat(given.withoutEffect()).hasSize(effective ? 0 : 1);
    }

    @ParameterizedTest(name = "--{0}={1}")
    @CsvSource({"concurrent, 16", "client-qps, 0"})
    @DisplayName("have another default where the existing one only slows down: one worker, 50 requests a second")
    void otherDefaults(String name, String defaultValue) {
        assertThat(FLAGS.get(name).defaultValue()).isEqualTo(defaultValue);
        assertThat(FLAGS.get(name).effective()).isTrue();
    }

    @Test
    @DisplayName("without effect are told of once, however often they are given")
    void once() {
        FlagSet.Values values =
                OperatorFlags.all().parse(List.of("--enable-http2", "--enable-http2=false", "--metrics-secure=true"));
        assertThat(values.withoutEffect().stream().map(FlagSet.Flag::name))
                .containsExactly("enable-http2", "metrics-secure");
    }

    @Test
    @DisplayName("take a value behind = or as the next argument; a switch alone means yes")
    void forms() {
        FlagSet.Values values = OperatorFlags.all()
                .parse(List.of("--namespace", "a", "--concurrent=4", "--enable-leader-election", "--enable-events=0"));
        assertThat(values.text("namespace")).isEqualTo("a");
        assertThat(values.number("concurrent")).isEqualTo(4);
        assertThat(values.yes("enable-leader-election")).isTrue();
        assertThat(values.yes("enable-events")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--concurent=1 | unknown flag: --concurent; did you mean --concurrent?",
                "--zzzzzzzzzz | unknown flag: --zzzzzzzzzz; see --help",
                "-concurrent | unknown flag: -concurrent; did you mean --concurrent?",
                "--concurrent=many | invalid value \"many\" for --concurrent: it takes a whole number",
                "--concurrent=0 | --concurrent must be at least 1",
                "--enable-events=perhaps | invalid value \"perhaps\" for --enable-events: it takes true or false",
                "--namespace | flag needs a value: --namespace",
                "--store-requeue-interval=5 | --store-requeue-interval",
                "--loglevel=loud | --loglevel=loud does not exist; use debug, info, warn, error, dpanic, panic or fatal",
                "--log-format=xml | --log-format=xml does not exist; use json or text",
                "more | unexpected argument: more; flags begin with --"
            })
    @DisplayName("that are wrong are refused with what is right; exit 2")
    void refused(String arg, String message) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                List.of("operator", arg),
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Error: " + message);
        assertThat(code).isEqualTo(2);
    }

    @Test
    @DisplayName("for the lease must leave the holder time to renew it")
    void leaseTimes() {
        assertThatThrownBy(() -> OperatorCommand.run(
                        List.of("--enable-leader-election", "--leader-election-renew-deadline=20s"),
                        new PrintStream(new ByteArrayOutputStream())))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("must be shorter than --leader-election-lease-duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "--version", "version"})
    @DisplayName("and commands that only tell something need no cluster")
    void tells(String arg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(List.of(arg), new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("eso");
    }

    @Test
    @DisplayName("name the kinds of targets that are no Secrets, as Kind or Kind.group")
    void genericTargetKinds() {
        assertThat(GenericTargetFlags.kinds(
                        OperatorFlags.all().parse(List.of("--generic-target-kinds=ConfigMap, Widget.example.org"))))
                .containsExactly("ConfigMap", "Widget.example.org");
        assertThat(GenericTargetFlags.kinds(OperatorFlags.all().parse(List.of())))
                .isEmpty();
        for (String wrong : List.of(",", "ConfigMap,", "configmaps", "example.org/v1", "Widget.Example")) {
            assertThatThrownBy(() -> GenericTargetFlags.kinds(
                            OperatorFlags.all().parse(List.of("--generic-target-kinds=" + wrong))))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("separated by commas");
        }
    }
}

package dev.eso4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.eso4j.api.ModelJson;
import dev.eso4j.core.cluster.Cluster;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.core.cluster.Selection;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.LoggerFactory;

/**
 * A value that must not show up anywhere but in the data of Secrets, and the search for it.
 *
 * <p>While it is open, the whole log of the process is recorded at its most talkative level. {@link #assertNowhere} looks
 * through that log and through whatever else was handed over: events, statuses and metadata of a cluster, exceptions with
 * their causes, metrics, {@code toString}s, flight recordings; and through a dump of all threads. The value is looked for as it is, as base64 and as hex.
 */
public final class CanaryLeak implements AutoCloseable {
    private final String value = "canary-" + UUID.randomUUID();
    private final Map<String, String> collected = new java.util.concurrent.ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root;
    private final Level levelBefore;
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + ": " + event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    };

    private CanaryLeak() {
        LoggerContext context = loggers();
        root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        levelBefore = root.getLevel();
        root.setLevel(Level.ALL);
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
    }

    /** While another thread still sets SLF4J up, it hands out a stand-in. */
    private static LoggerContext loggers() {
        for (int i = 0; i < 1_000; i++) {
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
                return context;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        throw new IllegalStateException("SLF4J is not bound to Logback; put logback-classic on the test class path");
    }

    /** Starts recording, with a value that no other test has. */
    public static CanaryLeak open() {
        return new CanaryLeak();
    }

    /** Returns the value; put it where secrets are. */
    public String value() {
        return value;
    }

    /** Returns how many lines have been logged; a search in an empty log proves nothing. */
    public int loggedLines() {
        return lines.size();
    }

    /** Adds a text under a name by which a finding can be told. */
    public CanaryLeak look(String name, Object text) {
        collected.merge(name, String.valueOf(text), (a, b) -> a + "\n" + b);
        return this;
    }

    /** Adds an exception with its causes. */
    public CanaryLeak look(String name, Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return look(name, text.toString());
    }

    /** Adds what a cluster shows to people: events, statuses of ExternalSecrets and stores, metadata of Secrets. */
    public CanaryLeak look(Cluster cluster) {
        Selection all = Selection.everyNamespace();
        cluster.list(ResourceType.EVENTS, all, e -> look("event", ModelJson.toTree(e)));
        cluster.list(ResourceType.EXTERNAL_SECRETS, all, e -> {
            look("ExternalSecret", ModelJson.toTree(e));
            look("ExternalSecret.toString", e);
        });
        cluster.list(ResourceType.SECRET_STORES, all, s -> {
            if (s.getStatus() != null) {
                look("SecretStore status", ModelJson.toTree(s.getStatus()));
            }
            look("SecretStore.toString", s.getSpec());
        });
        cluster.list(ResourceType.CLUSTER_SECRET_STORES, all, s -> {
            if (s.getStatus() != null) {
                look("ClusterSecretStore status", ModelJson.toTree(s.getStatus()));
            }
        });
        cluster.list(ResourceType.SECRETS, all, s -> {
            look("Secret metadata", ModelJson.toTree(s.metadata()));
            look("Secret.toString", s);
        });
        return this;
    }

    /**
     * Ends a flight recording and adds the texts in it that contain the value.
     *
     * @throws AssertionError if there is hardly anything in it; a search in an empty recording proves nothing
     */
    public CanaryLeak look(FlightRecording recording) {
        List<String> forms = forms();
        long texts = recording.texts((where, text) -> {
            if (forms.stream().anyMatch(text::contains)) {
                look(where, text);
            }
        });
        assertThat(texts).as("texts in the flight recording").isGreaterThan(1_000);
        return this;
    }

    private List<String> forms() {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return List.of(
                value,
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes));
    }

    /** Fails if the value is in the log, in a dump of all threads, or in anything that was added. */
    public void assertNowhere() {
        look("log", String.join("\n", lines));
        look("threads", threadDump());
        for (String form : forms()) {
            collected.forEach((where, text) -> assertThat(text.contains(form))
                    .as("the canary value is in: %s", where)
                    .isFalse());
        }
    }

    private static String threadDump() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "threadPrint",
                            new Object[] {new String[] {"-l"}},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("the threads cannot be dumped", e);
        }
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        root.setLevel(levelBefore);
        appender.stop();
    }
}

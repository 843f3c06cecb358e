package dev.eso4j.core;

import java.util.stream.Collectors;

/** A pass in which an ExternalSecret failed; the message names each with cause and fix. */
public final class SyncFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SyncReport report;

    SyncFailedException(SyncReport report) {
        super(report.failures().stream()
                .map(r -> "ExternalSecret " + r.namespace() + "/" + r.externalSecret() + ": " + r.message())
                .collect(Collectors.joining(System.lineSeparator())));
        this.report = report;
    }

    /** Returns the whole report. */
    public SyncReport report() {
        return report;
    }
}

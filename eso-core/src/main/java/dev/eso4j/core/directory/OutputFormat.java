package dev.eso4j.core.directory;

/** How Secrets are written below the output directory. */
public enum OutputFormat {
    /** One file per key: {@code <namespace>/<secret>/<key>}, exchanged all at once as the kubelet does it. */
    FILES,
    /** One file per Secret with a line per key that a shell can read: {@code <namespace>/<secret>.env}. */
    ENV,
    /** One manifest per Secret: {@code <namespace>/<secret>.yaml}. */
    YAML,
    /** One manifest per Secret: {@code <namespace>/<secret>.json}. */
    JSON
}

package dev.eso4j.core.cluster;

import dev.eso4j.core.cluster.ClusterException.Reason;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the API server: in the kubeconfig that {@code KUBECONFIG} or the home folder has, else as a pod does.
 *
 * <p>The usual kubeconfig is read here. fabric8's reader does the same and more, but loads every model class there is
 * before it reads a line, which costs about as much time as all the rest of the start; so it is asked only for what is
 * not usual: credential plugins, and several files.
 */
final class Connections {
    private static final String ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount/";

    private final UnaryOperator<@Nullable String> environment;
    private final Path home;
    private final Path account;

    Connections(UnaryOperator<@Nullable String> environment, Path home, Path account) {
        this.environment = environment;
        this.home = home;
        this.account = account;
    }

    static Connections ofThisProcess() {
        return new Connections(System::getenv, Path.of(System.getProperty("user.home", "/")), Path.of(ACCOUNT));
    }

    /** Finds the API server or says where it was looked for. */
    Connection find() {
        String named = environment.apply("KUBECONFIG");
        if (named != null && !named.isBlank()) {
            if (named.split(Pattern.quote(File.pathSeparator)).length > 1) {
                Config config = Config.autoConfigure(null);
                return new Connection(config, () -> Config.autoConfigure(null), null);
            }
            Path path = Path.of(named.strip());
            if (Files.isRegularFile(path)) {
                return file(path, true);
            }
        }
        Path usual = home.resolve(".kube").resolve("config");
        if (Files.isRegularFile(usual)) {
            return file(usual, true);
        }
        if (blank(environment.apply("KUBERNETES_SERVICE_HOST")) && blank(environment.apply("KUBERNETES_MASTER"))) {
            throw new ClusterException(
                    Reason.UNAVAILABLE,
                    "no Kubernetes cluster is configured: "
                            + (blank(named)
                                    ? "KUBECONFIG is not set"
                                    : "KUBECONFIG names " + named + ", which is no file")
                            + ", there is no " + usual + ", and this is no pod (KUBERNETES_SERVICE_HOST is not set);"
                            + " set KUBECONFIG to a kubeconfig, or work on a directory with 'eso local'");
        }
        Path token = account.resolve("token");
        Config config = Config.autoConfigure(null);
        return new Connection(config, () -> Config.autoConfigure(null), Files.isReadable(token) ? token : null);
    }

    /** Reads a kubeconfig file. */
    static Connection file(Path path, boolean overridable) {
        String text;
        try {
            text = Files.readString(path);
        } catch (IOException e) {
            throw new ClusterException(
                    Reason.UNAVAILABLE, "the kubeconfig " + path + " cannot be read; check the file", null, e);
        }
        return text(text, path, overridable);
    }

    /** Reads the text of a kubeconfig; {@code path} is where it stands, if anywhere. */
    static Connection text(String text, @Nullable Path path, boolean overridable) {
        Kubeconfig read = Kubeconfig.read(text, path);
        if (!read.plain()) {
            // The plugin's name is looked up relative to the file, and its token is asked for anew when it is refused.
            Config config = full(text, path);
            return new Connection(config, () -> path == null ? full(text, null) : full(reread(path), path), null);
        }
        Config config = overridden(read.config(), overridable);
        return new Connection(
                config,
                () -> overridden(
                        Kubeconfig.read(path == null ? text : reread(path), path)
                                .config(),
                        overridable),
                read.tokenFile());
    }

    private static Config full(String text, @Nullable Path path) {
        return path == null ? Config.fromKubeconfig(text) : Config.fromKubeconfig(text, path.toFile());
    }

    private static String reread(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the kubeconfig " + path + " cannot be read again", e);
        }
    }

    /** Lets fabric8's environment variables and system properties have the last word, as its own set-up does. */
    private static Config overridden(ConfigBuilder builder, boolean overridable) {
        Config config = builder.build();
        if (overridable) {
            Config.configFromSysPropsOrEnvVars(config);
        }
        return config;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

package dev.eso4j.standalone;

import static dev.eso4j.standalone.FlagSet.Type.BOOL;
import static dev.eso4j.standalone.FlagSet.Type.OPTIONAL;
import static dev.eso4j.standalone.FlagSet.Type.STRING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The flags of {@code eso template}: our own, and those of esoctl. */
final class TemplateFlags {
    private TemplateFlags() {}

    static FlagSet all() {
        return new FlagSet()
                .add("values", STRING, "", "KEY=VALUE, KEY=@FILE, or a file: env, YAML, JSON or a Secret; repeatable")
                .add("values-from-env", STRING, "", "an environment variable: NAME or KEY=NAME; repeatable")
                .add(
                        "from-secret",
                        STRING,
                        "",
                        "a Secret with the values: a file, or [NAMESPACE/]NAME in the cluster, which then has the"
                                + " ConfigMaps and Secrets of templateFrom too")
                .add("template-from", STRING, "", "a file with ConfigMaps and Secrets for templateFrom; repeatable")
                .add("name", STRING, "", "which ExternalSecret or PushSecret, if FILE has several")
                .add("namespace", STRING, "default", "(-n) the namespace of what names none")
                .add("text", BOOL, "false", "FILE is the text of a template, whatever it looks like")
                .add("output", STRING, "", "a file for the result, for its owner's eyes only; needs --reveal")
                .add("format", STRING, "text", "(-o) text for the result itself; json or yaml for a report")
                .add(
                        "reveal",
                        OPTIONAL,
                        "false",
                        "show the values and not only their sizes; =force also where no person reads them")
                .add("template-left-delimiter", STRING, "{{", OperatorFlags.LEFT)
                .add("template-right-delimiter", STRING, "}}", OperatorFlags.RIGHT)
                .add("kubeconfig", STRING, "", "path of a kubeconfig; KUBECONFIG or ~/.kube/config if not given")
                .add("source-templated-object", STRING, "", "as FILE, under the name that esoctl has for it")
                .add("source-secret-data-file", STRING, "", "a file with KEY: BASE64, as esoctl takes it")
                .add(
                        "template-from-config-map",
                        STRING,
                        "",
                        "a file with the one ConfigMap that every templateFrom means, whatever its name")
                .add("template-from-secret", STRING, "", "a file with the one Secret for every templateFrom likewise")
                .add("help", BOOL, "false", "show the flags")
                .shortName("n", "namespace")
                .shortName("o", "format");
    }

    /** Refuses what contradicts itself. */
    static void check(FlagSet.Values values) {
        boolean named = values.isGiven("source-templated-object");
        if (values.rest().isEmpty() && !named) {
            throw new UsageException("eso template needs a file: eso template FILE --values KEY=VALUE");
        }
        if (values.rest().size() + (named ? 1 : 0) > 1) {
            throw new UsageException("unexpected argument: "
                    + values.rest().get(values.rest().size() - 1) + "; eso template takes one file");
        }
        if (!List.of("text", "json", "yaml").contains(values.text("format"))) {
            throw new UsageException("--format=" + values.text("format") + " does not exist; use text, json or yaml");
        }
        if (!List.of("true", "1", "false", "0", "force").contains(values.text("reveal"))) {
            throw new UsageException(
                    "--reveal=" + values.text("reveal") + " does not exist; use --reveal or --reveal=force");
        }
        if (!values.text("output").isEmpty() && !revealed(values)) {
            throw new UsageException("--output writes the values; say so by --reveal");
        }
    }

    static boolean revealed(FlagSet.Values values) {
        return values.yes("reveal") || forced(values);
    }

    private static boolean forced(FlagSet.Values values) {
        return values.text("reveal").equals("force");
    }

    /** Returns why values must not be shown where they are asked for; empty if they may. */
    static String refusal(FlagSet.Values values) {
        if (!revealed(values) || forced(values)) {
            return "";
        }
        String output = values.text("output");
        if (output.isEmpty()) {
            return Terminal.isStandardOutput()
                    ? ""
                    : "--reveal shows values on a terminal only, and standard output is none; use --output FILE, or"
                            + " --reveal=force if nobody else reads it";
        }
        for (Path at = Path.of(output).toAbsolutePath().normalize().getParent(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return "--output=" + output + " is in the Git work tree " + at
                        + ", where values are easily committed; choose another place, or use --reveal=force";
            }
        }
        return "";
    }
}

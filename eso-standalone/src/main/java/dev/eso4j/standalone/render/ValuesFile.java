package dev.eso4j.standalone.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.eso4j.core.cluster.Manifest;
import dev.eso4j.core.cluster.ManifestReader;
import dev.eso4j.core.cluster.ResourceType;
import dev.eso4j.standalone.UsageException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A file with values: a Secret, a mapping in YAML or JSON, or lines {@code KEY=VALUE}. What is wrong with it is told by place,
 * never by quoting it.
 */
final class ValuesFile {
    private static final Pattern ASSIGNMENT = Pattern.compile("(?:export\\s+)?([A-Za-z_][-.A-Za-z0-9_]*)=(.*)");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private ValuesFile() {}

    static Map<String, byte[]> read(InputFile file) {
        String text = file.text();
        if (text.stripLeading().startsWith("{")) {
            JsonNode tree = json(file.name(), text);
            return isSecret(tree.get("apiVersion"), tree.get("kind")) ? secret(file) : values(tree);
        } else if (environment(text)) {
            return assignments(file.name(), text);
        }
        Map<?, ?> mapping = yaml(file.name(), text);
        if (isSecret(mapping.get("apiVersion"), mapping.get("kind"))) {
            return secret(file);
        }
        Map<String, byte[]> values = new LinkedHashMap<>();
        texts(file.name(), mapping).forEach((key, value) -> values.put(key, value.getBytes(UTF_8)));
        return values;
    }

    private static boolean isSecret(@Nullable Object apiVersion, @Nullable Object kind) {
        return apiVersion != null
                && kind != null
                && (kind.equals("Secret")
                        || kind instanceof JsonNode node && node.asText().equals("Secret"));
    }

    /** Returns the data of the one Secret in a file. */
    static Map<String, byte[]> secret(InputFile file) {
        ManifestReader.Result read = ManifestReader.into("default").read(file.name(), file.text());
        if (!read.problems().isEmpty()) {
            throw new UsageException(read.problems().get(0).toString());
        }
        if (read.manifests().size() != 1 || read.manifests().get(0).type() != ResourceType.SECRETS) {
            throw new UsageException(file.name() + " does not hold one Secret, but " + kinds(read));
        }
        return read.manifests().get(0).secretData();
    }

    private static String kinds(ManifestReader.Result read) {
        return read.manifests().stream().map(Manifest::type).toList().toString();
    }

    /** Returns a mapping of keys to base64, as esoctl takes it. */
    static Map<String, byte[]> base64(InputFile file) {
        Map<String, byte[]> values = new LinkedHashMap<>();
        texts(file.name(), yaml(file.name(), file.text())).forEach((key, text) -> {
            try {
                values.put(key, Base64.getMimeDecoder().decode(text));
            } catch (IllegalArgumentException e) {
                throw new UsageException(
                        file.name() + ": the value of the key " + key + " is not base64; for texts use --values");
            }
        });
        return values;
    }

    private static JsonNode json(String file, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new UsageException(file + ":" + line + ": this is not JSON, or a key stands twice");
        }
    }

    private static Map<String, byte[]> values(JsonNode tree) {
        Map<String, byte[]> values = new LinkedHashMap<>();
        tree.properties()
                .forEach(e -> values.put(
                        e.getKey(),
                        (e.getValue().isTextual()
                                        ? e.getValue().textValue()
                                        : e.getValue().toString())
                                .getBytes(UTF_8)));
        return values;
    }

    /** Every scalar counts as it is written: whoever writes 0755 means these four characters. */
    private static Map<?, ?> yaml(String file, String text) {
        Object tree;
        try {
            tree = new Load(LoadSettings.builder()
                            .setSchema(new FailsafeSchema())
                            .setMaxAliasesForCollections(10)
                            .setCodePointLimit(ManifestReader.MAX_SIZE)
                            .build())
                    .loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new UsageException(file + ":" + line + ": this is not YAML, or a key stands twice");
        } catch (YamlEngineException e) {
            throw new UsageException(file + ": this is not YAML");
        }
        if (!(tree instanceof Map<?, ?> mapping)) {
            throw new UsageException(
                    file + " is no mapping of keys to values; write KEY: VALUE, one a line, or KEY=VALUE");
        }
        return mapping;
    }

    private static Map<String, String> texts(String file, Map<?, ?> mapping) {
        Map<String, String> values = new LinkedHashMap<>();
        mapping.forEach((key, value) -> {
            if (!(key instanceof String name) || value instanceof Map || value instanceof Iterable) {
                throw new UsageException(file + ": the value of the key " + (key instanceof String ? key : "")
                        + " is a mapping or a list; a secret is a text: write it as JSON in quotes or after '|'");
            }
            values.put(name, value == null ? "" : String.valueOf(value));
        });
        return values;
    }

    private static boolean environment(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> ASSIGNMENT.matcher(line).matches())
                .isPresent();
    }

    private static Map<String, byte[]> assignments(String file, String text) {
        Map<String, byte[]> values = new LinkedHashMap<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var assignment = ASSIGNMENT.matcher(line);
            if (!assignment.matches()) {
                throw new UsageException(file + ":" + number + ": this is not KEY=VALUE");
            }
            values.put(
                    assignment.group(1),
                    unquoted(file, number, assignment.group(2)).getBytes(UTF_8));
        }
        return values;
    }

    private static String unquoted(String file, int line, String value) {
        char quote = value.isEmpty() ? ' ' : value.charAt(0);
        if (quote != '\'' && quote != '"') {
            return value;
        }
        if (value.length() < 2 || value.charAt(value.length() - 1) != quote) {
            throw new UsageException(file + ":" + line + ": a quote is not closed on its line");
        }
        String inner = value.substring(1, value.length() - 1);
        return quote == '\''
                ? inner.replace("'\\''", "'")
                : inner.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }
}

package dev.eso4j.core.directory;

import dev.eso4j.core.cluster.ClusterException;
import dev.eso4j.core.cluster.ClusterException.Reason;
import dev.eso4j.core.cluster.KubeSecret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One file per Secret that a shell can read with {@code set -a; . file}: {@code KEY='value'}, a quote in a value written as
 * {@code '\''}. What no variable name may have becomes {@code _}.
 */
final class EnvForm implements SecretForm {
    @Override
    public Path place(Path namespace, String name) {
        return namespace.resolve(name + ".env");
    }

    @Override
    public void write(Path namespace, KubeSecret secret) throws IOException {
        PrivateFiles.replace(place(namespace, secret.metadata().getName()), render(secret));
    }

    @Override
    public boolean holds(Path namespace, KubeSecret secret) throws IOException {
        return PrivateFiles.holds(place(namespace, secret.metadata().getName()), render(secret));
    }

    /** Returns the text, or refuses what has no form as variables. */
    static byte[] render(KubeSecret secret) {
        String what = "Secret " + secret.metadata().getNamespace() + "/"
                + secret.metadata().getName();
        Map<String, String> keysByVariable = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, byte[]> entry : new TreeMap<>(secret.data()).entrySet()) {
            String variable = variable(entry.getKey());
            String other = keysByVariable.put(variable, entry.getKey());
            if (other != null) {
                throw refused(
                        what, "the keys " + other + " and " + entry.getKey() + " are both the variable " + variable);
            }
            text.append(variable)
                    .append("='")
                    .append(text(what, entry.getKey(), entry.getValue()).replace("'", "'\\''"))
                    .append("'\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String variable(String key) {
        String name = key.replaceAll("[^A-Za-z0-9_]", "_");
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    private static String text(String what, String key, byte[] value) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            throw refused(what, "the value of the key " + key + " is not text in UTF-8");
        }
        throw refused(what, "the value of the key " + key + " contains a zero byte");
    }

    private static ClusterException refused(String what, String cause) {
        return new ClusterException(
                Reason.INVALID,
                "write " + what + ": " + cause + ", so it cannot be written as env; use the format files, or rename the"
                        + " key in the ExternalSecret");
    }

    @Override
    public Map<String, byte[]> read(Path namespace, String name, Iterable<String> keys) throws IOException {
        Path file = place(namespace, name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is no file");
        }
        Map<String, String> values = parse(Files.readString(file));
        Map<String, byte[]> data = new LinkedHashMap<>();
        for (String key : keys) {
            String value = values.remove(variable(key));
            if (value == null) {
                throw new IOException(file + " lacks the key " + key);
            }
            data.put(key, value.getBytes(StandardCharsets.UTF_8));
        }
        if (!values.isEmpty()) {
            throw new IOException(file + " has variables that were not written");
        }
        return data;
    }

    private static Map<String, String> parse(String text) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf("='", at);
            if (equals < 0) {
                throw new IOException("not the form that was written");
            }
            String variable = text.substring(at, equals);
            StringBuilder value = new StringBuilder();
            at = equals + 2;
            while (true) {
                int quote = text.indexOf('\'', at);
                if (quote < 0) {
                    throw new IOException("not the form that was written");
                }
                value.append(text, at, quote);
                if (text.startsWith("'\\''", quote)) {
                    value.append('\'');
                    at = quote + 4;
                } else {
                    at = quote + 1;
                    break;
                }
            }
            values.put(variable, value.toString());
            if (at < text.length() && text.charAt(at) != '\n') {
                throw new IOException("not the form that was written");
            }
            at++;
        }
        return values;
    }

    @Override
    public void remove(Path namespace, String name, Iterable<String> keys) throws IOException {
        Files.deleteIfExists(place(namespace, name));
    }
}

package dev.eso4j.standalone.render;

import dev.eso4j.core.cluster.ManifestReader;
import dev.eso4j.standalone.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that the command line names, or standard input.
 *
 * @param name what it is called
 * @param bytes what is in it; never shown by {@code toString}
 */
public record InputFile(String name, byte[] bytes) {
    /** Stands for standard input. */
    public static final String STANDARD = "-";

    private static final int MOST_BYTES = ManifestReader.MAX_SIZE;

    /**
     * Reads a file.
     *
     * @throws UsageException if it cannot be read, or has more than 8 MiB
     */
    public static InputFile read(String name) {
        try (InputStream in = name.equals(STANDARD) ? System.in : Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UsageException(name + " has more than " + MOST_BYTES + " bytes");
            }
            return new InputFile(name.equals(STANDARD) ? "standard input" : name, bytes);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(name + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * Returns it as text.
     *
     * @throws UsageException if it is not UTF-8
     */
    public String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UsageException(name + " is not text in UTF-8");
        }
    }

    @Override
    public String toString() {
        return "InputFile[" + name + ", " + bytes.length + " bytes]";
    }
}

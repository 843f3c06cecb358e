package dev.eso4j.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token that the debug page asks for. It is read anew for each request, so that a mounted Secret can be changed while
 * the operator runs. Thread-safe.
 */
final class DebugToken {
    /** Shorter ones can be guessed. */
    static final int SHORTEST = 16;

    private static final Logger log = LoggerFactory.getLogger(DebugToken.class);
    private static final int LONGEST = 4096;
    private static final String SCHEME = "Bearer ";

    private final Path file;

    private DebugToken(Path file) {
        this.file = file;
    }

    /**
     * Returns the token in a file.
     *
     * @throws UsageException if there is none
     */
    static DebugToken in(Path file) {
        DebugToken token = new DebugToken(file);
        try {
            token.read();
        } catch (IOException e) {
            throw new UsageException("--debug-token-file=" + file + ": " + cause(e) + "; put a random text of at least "
                    + SHORTEST + " characters into the file, or leave the flag out to have no debug page");
        }
        return token;
    }

    /** Returns whether a header {@code Authorization} carries the token; how long that takes says nothing about it. */
    boolean permits(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return false;
        }
        byte[] given = authorization.substring(SCHEME.length()).trim().getBytes(StandardCharsets.UTF_8);
        try {
            return MessageDigest.isEqual(read(), given);
        } catch (IOException e) {
            log.warn("the debug page is closed, because its token cannot be read: {}: {}", file, cause(e));
            return false;
        }
    }

    private byte[] read() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST + 1);
        }
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r' || bytes[end - 1] == ' ')) {
            end--;
        }
        if (end < SHORTEST || end > LONGEST) {
            throw new IOException(end < SHORTEST ? "the token is too short" : "the token is too long");
        }
        return Arrays.copyOf(bytes, end);
    }

    private static String cause(IOException e) {
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : "it cannot be read (" + e.getClass().getSimpleName() + ")";
    }
}

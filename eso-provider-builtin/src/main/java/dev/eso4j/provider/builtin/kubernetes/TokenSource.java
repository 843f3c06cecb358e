package dev.eso4j.provider.builtin.kubernetes;

import dev.eso4j.api.SecretValue;
import dev.eso4j.provider.kit.CachedToken;
import dev.eso4j.provider.kit.Credentials;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the bearer token of requests comes from. Thread-safe. */
interface TokenSource {
    /** Returns the token, or {@code null} where another credential identifies the client. */
    @Nullable
    SecretValue get();

    /** Says that the server did not accept a token; the next one may be another. */
    void refused(SecretValue token);

    /** Returns a source without tokens. */
    static TokenSource none() {
        return new TokenSource() {
            @Override
            public @Nullable SecretValue get() {
                return null;
            }

            @Override
            public void refused(SecretValue token) {
                // There is nothing to renew.
            }
        };
    }

    /** Returns a source of ServiceAccount tokens. */
    static TokenSource of(CachedToken token) {
        return new TokenSource() {
            @Override
            public SecretValue get() {
                return token.get();
            }

            @Override
            public void refused(SecretValue refused) {
                token.invalidate(refused);
            }
        };
    }

    /** Returns a source that reads a token now, and again when it is refused: Secrets are rotated under clients. */
    static TokenSource stored(Supplier<SecretValue> read) {
        SecretValue first = Credentials.trimmed(read.get());
        return new TokenSource() {
            private volatile SecretValue token = first;

            @Override
            public SecretValue get() {
                return token;
            }

            @Override
            public void refused(SecretValue refused) {
                token = Credentials.trimmed(read.get());
            }
        };
    }
}

package dev.eso4j.provider.builtin.webhook.ntlm;

import dev.eso4j.api.spi.AccessDeniedException;
import dev.eso4j.provider.kit.HttpCall;
import dev.eso4j.provider.kit.HttpCalls;
import dev.eso4j.provider.kit.HttpReply;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes a request as a user of a Windows domain.
 *
 * <p>The server binds the talk to one connection, so {@code http} must make one request at a time. The password itself is
 * never sent: a server that offers another method only is refused. Thread-safe.
 */
public final class NtlmTalk {
    private static final String HEADER = "Authorization";
    private static final int LONGEST = 16 << 10;

    private final NtlmUser user;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** Creates what talks for a user. */
    public NtlmTalk(NtlmUser user, InstantSource clock) {
        this.user = user;
        this.clock = clock;
    }

    /**
     * Makes the request, at first without authentication, and returns the last answer, whatever its status.
     *
     * @throws AccessDeniedException if the server does not speak NTLM
     */
    public HttpReply exchange(HttpCalls http, HttpCall call) {
        HttpReply first = http.exchange(call);
        if (first.status() != 401) {
            return first;
        }
        String scheme = scheme(first)
                .orElseThrow(() -> new AccessDeniedException(
                        call.operation() + ": the server asks for authentication, but does not offer NTLM",
                        "remove auth.ntlm, and give the credentials in a header"));
        HttpReply second =
                http.exchange(call.header(HEADER, scheme + " " + encoded(NtlmMessages.negotiate(user.domain()))));
        Optional<byte[]> challenge = second.status() == 401 ? token(call, second, scheme) : Optional.empty();
        if (challenge.isEmpty()) {
            return second;
        }
        return http.exchange(call.header(HEADER, scheme + " " + encoded(answer(call, challenge.get()))));
    }

    private byte[] answer(HttpCall call, byte[] challenge) {
        byte[] mine = new byte[8];
        random.nextBytes(mine);
        try {
            return NtlmMessages.authenticate(user, NtlmChallenge.parse(challenge), mine, clock.instant());
        } catch (NtlmException e) {
            throw new AccessDeniedException(
                    call.operation() + ": NTLM failed: " + e.getMessage(), "check the server's settings of NTLM", e);
        }
    }

    private static Optional<String> scheme(HttpReply reply) {
        List<String> offered = reply.headerValues("WWW-Authenticate");
        for (String scheme : List.of("NTLM", "Negotiate")) {
            if (offered.stream().anyMatch(each -> word(each).equals(scheme.toLowerCase(Locale.ROOT)))) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    private static String word(String header) {
        return header.strip().split("[ ,]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Optional<byte[]> token(HttpCall call, HttpReply reply, String scheme) {
        for (String header : reply.headerValues("WWW-Authenticate")) {
            String text = header.strip();
            if (word(text).equals(scheme.toLowerCase(Locale.ROOT)) && text.length() > scheme.length() + 1) {
                if (text.length() > LONGEST) {
                    throw malformed(call);
                }
                try {
                    return Optional.of(Base64.getDecoder()
                            .decode(text.substring(scheme.length()).strip()));
                } catch (IllegalArgumentException e) {
                    throw malformed(call); // Not chained: the message quotes what was sent.
                }
            }
        }
        return Optional.empty();
    }

    private static AccessDeniedException malformed(HttpCall call) {
        return new AccessDeniedException(
                call.operation() + ": NTLM failed: the challenge cannot be read", "check what answers at the address");
    }

    private static String encoded(byte[] message) {
        return Base64.getEncoder().encodeToString(message);
    }
}

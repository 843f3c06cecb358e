package dev.eso4j.provider.builtin.webhook.ntlm;

import dev.eso4j.api.SecretValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calculates the responses of NTLM version 2 (MS-NLMP 3.3.2). */
final class NtlmProof {
    private final byte[] hash;

    private NtlmProof(byte[] hash) {
        this.hash = hash;
    }

    static NtlmProof of(String user, String target, SecretValue password) {
        byte[] ofPassword = Md4.digest(password.utf8().getBytes(StandardCharsets.UTF_16LE));
        byte[] who = (user.toUpperCase(Locale.ROOT) + target).getBytes(StandardCharsets.UTF_16LE);
        return new NtlmProof(hmac(ofPassword, who));
    }

    byte[] hash() {
        return hash.clone();
    }

    byte[] response(byte[] challenge, byte[] clientChallenge, byte[] time, byte[] targetInfo) {
        byte[] head = {1, 1, 0, 0, 0, 0, 0, 0};
        byte[] blob = NtlmMessages.joined(head, time, clientChallenge, new byte[4], targetInfo, new byte[4]);
        return NtlmMessages.joined(hmac(hash, NtlmMessages.joined(challenge, blob)), blob);
    }

    byte[] shortResponse(byte[] challenge, byte[] clientChallenge) {
        return NtlmMessages.joined(hmac(hash, NtlmMessages.joined(challenge, clientChallenge)), clientChallenge);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every platform has HmacMD5", e);
        }
    }
}

package dev.eso4j.provider.builtin.webhook.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Makes the two messages of a client (MS-NLMP 2.2.1). */
final class NtlmMessages {
    private static final byte[] SIGNATURE = {'N', 'T', 'L', 'M', 'S', 'S', 'P', 0};
    private static final byte[] VERSION = {6, 1, (byte) 0xb1, 0x1d, 0, 0, 0, 15};
    private static final int NEGOTIATED = 0xa0880001;
    private static final int DOMAIN_SUPPLIED = 0x1000;
    private static final int VERSION_FLAG = 0x02000000;
    private static final Instant EPOCH = Instant.parse("1601-01-01T00:00:00Z");

    private NtlmMessages() {}

    static boolean begins(byte[] message, int type) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        for (byte each : SIGNATURE) {
            if (in.get() != each) {
                return false;
            }
        }
        return in.getInt() == type;
    }

    /** Returns the first message. */
    static byte[] negotiate(String domain) {
        byte[] name = domain.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer out = ByteBuffer.allocate(40 + name.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(SIGNATURE).putInt(1).putInt(name.length == 0 ? NEGOTIATED : NEGOTIATED | DOMAIN_SUPPLIED);
        field(out, name.length, 40);
        field(out, 0, 40 + name.length);
        return out.put(VERSION).put(name).array();
    }

    /** Returns the second message, with the proof. */
    static byte[] authenticate(NtlmUser user, NtlmChallenge challenge, byte[] clientChallenge, Instant now) {
        String target = user.inTargetDomain() ? challenge.target() : "";
        NtlmProof proof = NtlmProof.of(user.name(), target, user.password());
        byte[] serverTime = challenge.timestamp();
        byte[] response = proof.response(
                challenge.challenge(),
                clientChallenge,
                serverTime == null ? fileTime(now) : serverTime,
                challenge.info());
        byte[] shortResponse = challenge.info().length == 0
                ? proof.shortResponse(challenge.challenge(), clientChallenge)
                : new byte[0];
        byte[] domain = target.getBytes(StandardCharsets.UTF_16LE);
        byte[] name = user.name().getBytes(StandardCharsets.UTF_16LE);
        int size = 64 + domain.length + name.length + shortResponse.length + response.length;
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put(SIGNATURE).putInt(3);
        int at = 64 + domain.length + name.length;
        field(out, shortResponse.length, at);
        field(out, response.length, at + shortResponse.length);
        field(out, domain.length, 64);
        field(out, name.length, 64 + domain.length);
        field(out, 0, size);
        field(out, 0, size);
        return out.putInt(challenge.flags() & ~VERSION_FLAG)
                .put(domain)
                .put(name)
                .put(shortResponse)
                .put(response)
                .array();
    }

    private static void field(ByteBuffer out, int length, int offset) {
        out.putShort((short) length).putShort((short) length).putInt(offset);
    }

    private static byte[] fileTime(Instant now) {
        Duration since = Duration.between(EPOCH, now);
        long ticks = since.getSeconds() * 10_000_000 + since.getNano() / 100;
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(ticks)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}

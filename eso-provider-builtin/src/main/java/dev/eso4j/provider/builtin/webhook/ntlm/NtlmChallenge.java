package dev.eso4j.provider.builtin.webhook.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a server answers to the first message.
 *
 * @param flags what it agrees to
 * @param challenge eight bytes that the proof is about
 * @param target the domain or server that it names
 * @param info attributes of the target as they came; empty if there are none
 */
record NtlmChallenge(int flags, byte[] challenge, String target, byte[] info) {
    private static final int UNICODE = 0x1;
    private static final int LM_KEY = 0x80;
    private static final int KEY_EXCHANGE = 0x40000000;
    private static final int HEADER = 48;
    private static final int TIMESTAMP = 7;

    static NtlmChallenge parse(byte[] message) {
        if (message.length < HEADER || !NtlmMessages.begins(message, 2)) {
            throw new NtlmException("the challenge is not one of NTLM");
        }
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        int flags = in.getInt(20);
        if ((flags & (LM_KEY | KEY_EXCHANGE)) != 0) {
            throw new NtlmException("the server wants keys to be exchanged, which HTTP has no use for");
        }
        byte[] target = field(in, 12);
        String name =
                new String(target, (flags & UNICODE) != 0 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
        return new NtlmChallenge(flags, Arrays.copyOfRange(message, 24, 32), name, field(in, 40));
    }

    private static byte[] field(ByteBuffer in, int at) {
        int length = Short.toUnsignedInt(in.getShort(at));
        int offset = in.getInt(at + 4);
        if (length > 0 && (offset < HEADER || offset > in.limit() - length)) {
            throw new NtlmException("the challenge points outside of itself");
        }
        byte[] value = new byte[length];
        if (length > 0) {
            in.get(offset, value);
        }
        return value;
    }

    /** Returns the server's time as it stands in the attributes. */
    byte @Nullable [] timestamp() {
        ByteBuffer in = ByteBuffer.wrap(info).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= 4) {
            int id = Short.toUnsignedInt(in.getShort());
            int length = Short.toUnsignedInt(in.getShort());
            if (length > in.remaining()) {
                throw new NtlmException("an attribute of the challenge is longer than the challenge");
            }
            byte[] value = new byte[length];
            in.get(value);
            if (id == TIMESTAMP && length == 8) {
                return value;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "NtlmChallenge";
    }
}

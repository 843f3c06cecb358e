package dev.eso4j.template.functions.crypto;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.encoding.Base64Text;
import dev.eso4j.template.functions.encoding.CorruptTextException;
import dev.eso4j.template.value.Bytes;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * AES with a password for the key, without anything that makes the password stronger or tells whether it was right; there for
 * templates that use it already.
 */
final class PasswordEncryption {
    private static final int KEY = 32;
    private static final int BLOCK = 16;

    private PasswordEncryption() {}

    static String encrypt(String password, String text, Call call) {
        if (text.isEmpty()) {
            return "";
        }
        call.budget().allocate(2L * text.length());
        int padding = BLOCK - text.length() % BLOCK;
        byte[] result = new byte[BLOCK + text.length() + padding];
        byte[] iv = new byte[BLOCK];
        call.surroundings().random().nextBytes(iv);
        System.arraycopy(iv, 0, result, 0, BLOCK);
        byte[] padded = Arrays.copyOf(Bytes.toArray(text), text.length() + padding);
        Arrays.fill(padded, text.length(), padded.length, (byte) padding);
        run(true, password, iv, padded, result, BLOCK);
        return Base64Text.encode(Bytes.of(result));
    }

    static String decrypt(String password, String base64) {
        if (base64.isEmpty()) {
            return "";
        }
        byte[] given;
        try {
            given = Bytes.toArray(Base64Text.decode(base64));
        } catch (CorruptTextException e) {
            throw new FunctionException(e.getMessage() == null ? "not base64" : e.getMessage());
        }
        if (given.length <= BLOCK || given.length % BLOCK != 0) {
            throw new FunctionException("an encrypted text has 16 bytes and then blocks of 16");
        }
        byte[] cipher = Arrays.copyOfRange(given, BLOCK, given.length);
        byte[] text = new byte[cipher.length];
        run(false, password, Arrays.copyOf(given, BLOCK), cipher, text, 0);
        int length = text.length - (text[text.length - 1] & 0xFF);
        if (length < 0) {
            throw new FunctionException("the padding is longer than the text: the password may be wrong");
        }
        return Bytes.of(Arrays.copyOf(text, length));
    }

    private static void run(boolean encrypt, String password, byte[] iv, byte[] from, byte[] to, int offset) {
        CBCModeCipher cipher = CBCBlockCipher.newInstance(AESEngine.newInstance());
        byte[] key = Arrays.copyOf(Bytes.toArray(password), KEY);
        cipher.init(encrypt, new ParametersWithIV(new KeyParameter(key), iv));
        for (int i = 0; i < from.length; i += BLOCK) {
            cipher.processBlock(from, i, to, offset + i);
        }
    }
}

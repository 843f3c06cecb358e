package dev.eso4j.template.functions.crypto;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.value.Bytes;
import java.nio.ByteBuffer;
import java.util.Map;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The password of a user for a site that follows from one master password. */
final class DerivedPassword {
    private static final String SEED = "com.lyndir.masterpassword";

    /** What the derivation takes of the budget: some 200 ms. */
    private static final int STEPS = 50_000;

    private static final Map<String, String> TEMPLATES = Map.of(
            "maximum", "anoxxxxxxxxxxxxxxxxx axxxxxxxxxxxxxxxxxno",
            "long",
                    "CvcvnoCvcvCvcv CvcvCvcvnoCvcv CvcvCvcvCvcvno CvccnoCvcvCvcv CvccCvcvnoCvcv CvccCvcvCvcvno"
                            + " CvcvnoCvccCvcv CvcvCvccnoCvcv CvcvCvccCvcvno CvcvnoCvcvCvcc CvcvCvcvnoCvcc"
                            + " CvcvCvcvCvccno CvccnoCvccCvcv CvccCvccnoCvcv CvccCvccCvcvno CvcvnoCvccCvcc"
                            + " CvcvCvccnoCvcc CvcvCvccCvccno CvccnoCvcvCvcc CvccCvcvnoCvcc CvccCvcvCvccno",
            "medium", "CvcnoCvc CvcCvcno",
            "short", "Cvcn",
            "basic", "aaanaaan aannaaan aaannaaa",
            "pin", "nnnn");

    private static final String LETTERS = "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";
    private static final String DIGITS = "0123456789";
    private static final Map<Character, String> CLASSES = Map.of(
            'V', "AEIOU",
            'C', "BCDFGHJKLMNPQRSTVWXYZ",
            'v', "aeiou",
            'c', "bcdfghjklmnpqrstvwxyz",
            'A', "AEIOUBCDFGHJKLMNPQRSTVWXYZ",
            'a', LETTERS,
            'n', DIGITS,
            'o', "@&%?,=[]_:-+*$#!'^~;()/.",
            'x', LETTERS + DIGITS + "!@#$%^&*()");

    private DerivedPassword() {}

    /** What {@link #of} charges, at least. */
    static long steps(Call call) {
        return TEMPLATES.containsKey(call.string(1)) ? STEPS : 0;
    }

    static String of(Call call) {
        String type = call.string(1);
        String templates = TEMPLATES.get(type);
        if (templates == null) {
            call.surroundings()
                    .warn("derivePassword was given an unknown type, and the text of that error is the result");
            return "cannot find password template " + type;
        }
        call.budget()
                .steps(STEPS
                        + (call.string(2).length()
                                        + call.string(3).length()
                                        + call.string(4).length())
                                / 16);
        byte[] salt = Bytes.toArray(SEED + counted(call.string(3)));
        byte[] key = SCrypt.generate(Bytes.toArray(call.string(2)), salt, 32_768, 8, 2, 64);
        byte[] hash = hmac(key, Bytes.toArray(SEED + counted(call.string(4)) + number((int) call.integer(0))));
        String[] choices = templates.split(" ");
        String template = choices[(hash[0] & 0xFF) % choices.length];
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            String characters = CLASSES.getOrDefault(template.charAt(i), DIGITS);
            password.append(characters.charAt((hash[i + 1] & 0xFF) % characters.length()));
        }
        return password.toString();
    }

    private static String counted(String bytes) {
        return number(bytes.length()) + bytes;
    }

    private static String number(int number) {
        return Bytes.of(ByteBuffer.allocate(4).putInt(number).array());
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key));
        mac.update(content, 0, content.length);
        byte[] code = new byte[mac.getMacSize()];
        mac.doFinal(code, 0);
        return code;
    }
}

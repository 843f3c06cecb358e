package dev.eso4j.template.functions.crypto;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.encoding.Base64Text;
import dev.eso4j.template.value.Bytes;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Hashes of passwords. What cannot be hashed gives a text that says so, as upstream does, with a warning. */
final class PasswordHash {
    private static final int COST = 10;
    private static final int LONGEST = 72;
    private static final int SALT = 16;

    /** What a hash takes of the budget: some 60 ms, so that lists of two dozen users are within it. */
    private static final int STEPS = 20_000;

    /** As long as a hash. */
    static final String STAND_IN = "$2a$10$.....................................................";

    private PasswordHash() {}

    /** What {@link #bcrypt} charges. */
    static long steps(String password) {
        return password.length() > LONGEST ? 0 : STEPS;
    }

    /** What {@link #htpasswd} charges. */
    static long steps(Call call) {
        boolean hashed = call.string(0).indexOf(':') < 0 && !call.string(2).equals("sha");
        return hashed ? steps(call.string(1)) : 0;
    }

    static String bcrypt(String password, Call call) {
        if (password.length() > LONGEST) {
            call.surroundings().warn("bcrypt was given more than 72 bytes, and the text of that error is the result");
            return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
        }
        call.budget().steps(STEPS);
        byte[] salt = new byte[SALT];
        call.surroundings().random().nextBytes(salt);
        return OpenBSDBCrypt.generate("2a", Bytes.toArray(password), salt, COST);
    }

    static String htpasswd(Call call) {
        String user = call.string(0);
        if (user.indexOf(':') >= 0) {
            call.surroundings()
                    .warn("htpasswd was given a user with a colon, and the text of that error is the result");
            return "invalid username: " + user;
        }
        String hash = call.string(2).equals("sha") ? sha1(call.string(1)) : bcrypt(call.string(1), call);
        return user + ":" + hash;
    }

    private static String sha1(String password) {
        SHA1Digest digest = new SHA1Digest();
        digest.update(Bytes.toArray(password), 0, password.length());
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return "{SHA}" + Base64Text.encode(Bytes.of(hash));
    }
}

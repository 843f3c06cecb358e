package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.keys.PrivateKeys;
import dev.eso4j.template.value.Bytes;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** Decryption with a private key of RSA. */
final class RsaDecryption {
    private static final int SHORTEST_KEY = 1024;

    /** About what one operation with a key of 4096 bits costs. */
    static final int STEPS = 5_000;

    /** The one that decrypts anything. */
    static final String SCHEME = "RSA-OAEP";

    private RsaDecryption() {}

    static String apply(Call call) {
        String scheme = call.string(0);
        if (scheme.equals("None")) {
            return call.string(2);
        } else if (!scheme.equals(SCHEME)) {
            throw new FunctionException("the decryption scheme is not supported: it must be None or RSA-OAEP");
        }
        call.budget().steps(STEPS);
        AsymmetricKeyParameter key = PrivateKeys.ofPem(call.string(3), "failed to decode PEM block");
        if (!(key instanceof RSAPrivateCrtKeyParameters rsa)) {
            throw new FunctionException("could not parse RSA private key");
        } else if (rsa.getModulus().bitLength() < SHORTEST_KEY) {
            throw new FunctionException("error decrypting data with RSA: keys below 1024 bits are insecure");
        }
        try {
            byte[] cipher = Bytes.toArray(call.string(2));
            OAEPEncoding encoding = new OAEPEncoding(
                    new RSABlindedEngine(), digest(call.string(1)), digest(call.string(1)), new byte[0]);
            encoding.init(
                    false, new ParametersWithRandom(key, call.surroundings().random()));
            return Bytes.of(encoding.processBlock(cipher, 0, cipher.length));
        } catch (InvalidCipherTextException | RuntimeException e) {
            // No more is said on purpose: what exactly is wrong with a padding helps an attacker.
            throw new FunctionException("error decrypting data with RSA: decryption error");
        }
    }

    private static Digest digest(String name) {
        return switch (name) {
            case "SHA1" -> new SHA1Digest();
            case "SHA512" -> new SHA512Digest();
            default -> new SHA256Digest();
        };
    }
}

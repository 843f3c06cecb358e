package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.limit.Budget;
import java.math.BigInteger;
import java.security.MessageDigest;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;

/** The code that tells whether a file is whole and a password the right one. */
final class Pkcs12Mac {
    private Pkcs12Mac() {}

    static boolean valid(MacData mac, byte[] content, Pkcs12Password password, Budget budget) {
        AlgorithmIdentifier algorithm = mac.getMac().getAlgorithmId();
        byte[] calculated;
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
            PBMAC1Params parameters = PBMAC1Params.getInstance(algorithm.getParameters());
            Digest digest =
                    PasswordCipher.hmac(parameters.getMessageAuthScheme().getAlgorithm());
            PBKDF2Params derivation =
                    PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters());
            BigInteger length = derivation.getKeyLength();
            int bits = 8 * (length == null ? digest.getDigestSize() : Math.min(length.intValue(), 1024));
            calculated = hmac(digest, PasswordCipher.derived(derivation, bits, password, budget), content);
        } else {
            int iterations = PasswordCipher.iterations(mac.getIterationCount(), budget);
            calculated = calculate(digest(algorithm.getAlgorithm()), mac.getSalt(), iterations, content, password);
        }
        return MessageDigest.isEqual(calculated, mac.getMac().getDigest());
    }

    static byte[] calculate(Digest digest, byte[] salt, int iterations, byte[] content, Pkcs12Password password) {
        PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(digest);
        generator.init(password.wide(), salt, iterations);
        return hmac(digest, generator.generateDerivedMacParameters(8 * digest.getDigestSize()), content);
    }

    private static byte[] hmac(Digest digest, CipherParameters key, byte[] content) {
        HMac mac = new HMac(digest);
        mac.init(key);
        mac.update(content, 0, content.length);
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }

    private static Digest digest(ASN1ObjectIdentifier hash) {
        if (hash.equals(OIWObjectIdentifiers.idSHA1)) {
            return new SHA1Digest();
        } else if (hash.equals(NISTObjectIdentifiers.id_sha256)) {
            return new SHA256Digest();
        } else if (hash.equals(NISTObjectIdentifiers.id_sha512)) {
            return new SHA512Digest();
        }
        throw new FunctionException("pkcs12: MAC digest algorithm not supported: " + hash.getId());
    }
}

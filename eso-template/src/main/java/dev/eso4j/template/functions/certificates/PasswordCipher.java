package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.limit.Budget;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** Encryption by a password, as files of PKCS#12 have it. */
final class PasswordCipher {
    /** Iterations for one step of the budget: some 4 microseconds. */
    static final int ITERATIONS = 4;

    private PasswordCipher() {}

    static byte[] decrypt(AlgorithmIdentifier algorithm, byte[] data, Pkcs12Password password, Budget budget) {
        ASN1ObjectIdentifier scheme = algorithm.getAlgorithm();
        try {
            if (scheme.equals(PKCSObjectIdentifiers.id_PBES2)) {
                PBES2Parameters parameters = PBES2Parameters.getInstance(algorithm.getParameters());
                return run(false, AESEngine.newInstance(), parameters(parameters, password, budget), data);
            } else if (scheme.equals(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)) {
                return run(false, new DESedeEngine(), old(algorithm, 192, password, budget), data);
            } else if (scheme.equals(PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC)) {
                return run(false, new RC2Engine(), old(algorithm, 128, password, budget), data);
            } else if (scheme.equals(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC)) {
                return run(false, new RC2Engine(), old(algorithm, 40, password, budget), data);
            }
        } catch (InvalidCipherTextException | IllegalArgumentException e) {
            throw new FunctionException("pkcs12: decryption password incorrect");
        }
        throw new FunctionException("pkcs12: encryption algorithm not supported: " + scheme.getId());
    }

    static byte[] run(boolean encrypt, BlockCipher engine, CipherParameters key, byte[] data)
            throws InvalidCipherTextException {
        PaddedBufferedBlockCipher cipher =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(engine), new PKCS7Padding());
        cipher.init(encrypt, key);
        byte[] result = new byte[cipher.getOutputSize(data.length)];
        int length = cipher.processBytes(data, 0, data.length, result, 0);
        length += cipher.doFinal(result, length);
        return Arrays.copyOf(result, length);
    }

    private static CipherParameters old(
            AlgorithmIdentifier algorithm, int bits, Pkcs12Password password, Budget budget) {
        PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(algorithm.getParameters());
        PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA1Digest());
        generator.init(password.wide(), parameters.getIV(), iterations(parameters.getIterations(), budget));
        return generator.generateDerivedParameters(bits, 64);
    }

    private static CipherParameters parameters(PBES2Parameters scheme, Pkcs12Password password, Budget budget) {
        if (!scheme.getKeyDerivationFunc().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            throw new FunctionException("pkcs12: key derivation other than PBKDF2 is not supported");
        }
        ASN1ObjectIdentifier cipher = scheme.getEncryptionScheme().getAlgorithm();
        int bits = cipher.equals(NISTObjectIdentifiers.id_aes256_CBC)
                ? 256
                : cipher.equals(NISTObjectIdentifiers.id_aes192_CBC)
                        ? 192
                        : cipher.equals(NISTObjectIdentifiers.id_aes128_CBC) ? 128 : 0;
        if (bits == 0) {
            throw new FunctionException("pkcs12: cipher not supported: " + cipher.getId());
        }
        byte[] iv = ASN1OctetString.getInstance(scheme.getEncryptionScheme().getParameters())
                .getOctets();
        PBKDF2Params derivation =
                PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
        return new ParametersWithIV(derived(derivation, bits, password, budget), iv);
    }

    static CipherParameters derived(PBKDF2Params derivation, int bits, Pkcs12Password password, Budget budget) {
        PKCS5S2ParametersGenerator generator =
                new PKCS5S2ParametersGenerator(hmac(derivation.getPrf().getAlgorithm()));
        generator.init(password.narrow(), derivation.getSalt(), iterations(derivation.getIterationCount(), budget));
        return generator.generateDerivedParameters(bits);
    }

    static int iterations(BigInteger count, Budget budget) {
        if (count.signum() <= 0 || count.bitLength() > 31) {
            throw new FunctionException("pkcs12: the number of iterations is out of range");
        }
        budget.steps(count.intValue() / ITERATIONS);
        return count.intValue();
    }

    /** The hash of a pseudo-random function. */
    static Digest hmac(ASN1ObjectIdentifier function) {
        if (function.equals(PKCSObjectIdentifiers.id_hmacWithSHA1)) {
            return new SHA1Digest();
        } else if (function.equals(PKCSObjectIdentifiers.id_hmacWithSHA256)) {
            return new SHA256Digest();
        } else if (function.equals(PKCSObjectIdentifiers.id_hmacWithSHA512)) {
            return new SHA512Digest();
        }
        throw new FunctionException("pkcs12: hash not supported: " + function.getId());
    }
}

package dev.eso4j.template.functions.crypto;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.keys.KeyEncoding;
import dev.eso4j.template.functions.keys.PemBlock;
import dev.eso4j.template.functions.keys.PemReader;
import dev.eso4j.template.functions.keys.PrivateKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.DSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.DSAParametersGenerator;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameterGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.jspecify.annotations.Nullable;

/** Makes private keys, and reads and writes them as PEM with the labels that sprig uses. */
final class KeyMaker {
    /** Of the budget, for a key of RSA with 2048 bits: six of them are within the standard limits. */
    static final int STEPS = 80_000;

    /**
     * For one with 4096 bits, or the parameters of DSA, which take seconds: a single one is within the standard limits. People do
     * have such templates; with a second one they would have the worker of the operator for longer than a backend may take.
     */
    private static final int LARGE_STEPS = 300_000;

    /** For one on a curve, some 1 ms. */
    private static final int CURVE_STEPS = 2_000;

    private static final int CERTAINTY = 100;

    private KeyMaker() {}

    /** What {@link #pem(String, Call)} charges for keys that take long; 0 for others. */
    static long steps(String kind) {
        return switch (kind) {
            case "", "rsa", "dsa" -> LARGE_STEPS;
            default -> 0;
        };
    }

    static String pem(String kind, Call call) {
        return switch (kind) {
            case "", "rsa" -> pem(rsa(4096, call));
            case "ecdsa" -> pem(onCurve(call));
            case "ed25519" -> {
                call.budget().steps(CURVE_STEPS);
                yield pem(new Ed25519PrivateKeyParameters(call.surroundings().random()));
            }
            case "dsa" -> dsa(call);
            default -> {
                call.surroundings()
                        .warn("genPrivateKey was given an unknown type, and the text of that error is the result");
                yield "Unknown type " + kind;
            }
        };
    }

    /** A new key of RSA. */
    static RSAPrivateCrtKeyParameters rsa(int bits, Call call) {
        call.budget().steps(bits > 2048 ? LARGE_STEPS : STEPS);
        try {
            // The platform's generator takes half the time of the library's.
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(
                    new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4),
                    call.surroundings().random());
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            return new RSAPrivateCrtKeyParameters(
                    key.getModulus(),
                    key.getPublicExponent(),
                    key.getPrivateExponent(),
                    key.getPrimeP(),
                    key.getPrimeQ(),
                    key.getPrimeExponentP(),
                    key.getPrimeExponentQ(),
                    key.getCrtCoefficient());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }

    private static AsymmetricKeyParameter onCurve(Call call) {
        call.budget().steps(CURVE_STEPS);
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(
                ECNamedDomainParameters.lookup(SECObjectIdentifiers.secp256r1),
                call.surroundings().random()));
        return generator.generateKeyPair().getPrivate();
    }

    private static String dsa(Call call) {
        call.budget().steps(LARGE_STEPS);
        SecureRandom random = call.surroundings().random();
        DSAParametersGenerator parameters = new DSAParametersGenerator(new SHA256Digest());
        parameters.init(new DSAParameterGenerationParameters(2048, 256, CERTAINTY, random));
        DSAParameters group = parameters.generateParameters();
        DSAKeyPairGenerator generator = new DSAKeyPairGenerator();
        generator.init(new DSAKeyGenerationParameters(random, group));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        ASN1EncodableVector body = new ASN1EncodableVector();
        for (BigInteger number : new BigInteger[] {
            BigInteger.ZERO,
            group.getP(),
            group.getQ(),
            group.getG(),
            ((DSAPublicKeyParameters) pair.getPublic()).getY(),
            ((DSAPrivateKeyParameters) pair.getPrivate()).getX()
        }) {
            body.add(new ASN1Integer(number));
        }
        return PemBlock.of("DSA PRIVATE KEY", KeyEncoding.der(new DERSequence(body)))
                .text();
    }

    /** A key in the form that is usual for its type. */
    static String pem(AsymmetricKeyParameter key) {
        if (key instanceof RSAPrivateCrtKeyParameters rsa) {
            return PemBlock.of("RSA PRIVATE KEY", KeyEncoding.pkcs1(rsa)).text();
        } else if (key instanceof ECPrivateKeyParameters curve) {
            return PemBlock.of("EC PRIVATE KEY", KeyEncoding.sec1(curve)).text();
        }
        return PemBlock.of("PRIVATE KEY", KeyEncoding.pkcs8(key)).text();
    }

    /** Reads the first block of a PEM text as what its label says. */
    static AsymmetricKeyParameter read(String pem) {
        PemBlock block = new PemReader(pem).next();
        if (block == null) {
            throw new FunctionException("parsing private key: no PEM data in input");
        }
        byte[] content = block.content();
        @Nullable
        AsymmetricKeyParameter key = switch (block.label()) {
            case "PRIVATE KEY" -> PrivateKeys.pkcs8OrNull(content);
            case "RSA PRIVATE KEY" -> PrivateKeys.pkcs1OrNull(content);
            case "EC PRIVATE KEY" -> PrivateKeys.sec1OrNull(content);
            case "DSA PRIVATE KEY" ->
                throw new FunctionException("parsing private key: no certificate can be made with a key of DSA");
            default ->
                throw new FunctionException("parsing private key: the label must be PRIVATE KEY,"
                        + " RSA PRIVATE KEY or EC PRIVATE KEY; encrypted keys cannot be read");
        };
        if (key == null) {
            throw new FunctionException("parsing private key: the block does not hold a key of the type in its label");
        }
        return key;
    }
}

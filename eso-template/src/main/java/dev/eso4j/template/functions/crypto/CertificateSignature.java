package dev.eso4j.template.functions.crypto;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.RSADigestSigner;

/** Signs certificates, with the algorithm that Go takes for the type of the key. */
final class CertificateSignature {
    private final AlgorithmIdentifier algorithm;
    private final Signer signer;

    /** What a signature charges: some 1 ms with a key on a curve. */
    static final int STEPS = 2_000;

    private CertificateSignature(AlgorithmIdentifier algorithm, Signer signer) {
        this.algorithm = algorithm;
        this.signer = signer;
    }

    static CertificateSignature of(AsymmetricKeyParameter key, Call call) {
        SecureRandom random = call.surroundings().random();
        call.budget().steps(STEPS);
        if (key instanceof RSAPrivateCrtKeyParameters rsa) {
            call.budget().steps(steps(rsa.getModulus().bitLength()));
            Signer signer = new RSADigestSigner(new SHA256Digest());
            signer.init(true, new ParametersWithRandom(key, random));
            return new CertificateSignature(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE), signer);
        } else if (key instanceof ECPrivateKeyParameters curve) {
            int bits = curve.getParameters().getN().bitLength();
            Digest digest = bits <= 256 ? new SHA256Digest() : bits <= 384 ? new SHA384Digest() : new SHA512Digest();
            Signer signer = new DSADigestSigner(new ECDSASigner(), digest);
            signer.init(true, new ParametersWithRandom(key, random));
            return new CertificateSignature(
                    new AlgorithmIdentifier(
                            bits <= 256
                                    ? X9ObjectIdentifiers.ecdsa_with_SHA256
                                    : bits <= 384
                                            ? X9ObjectIdentifiers.ecdsa_with_SHA384
                                            : X9ObjectIdentifiers.ecdsa_with_SHA512),
                    signer);
        } else if (key instanceof Ed25519PrivateKeyParameters) {
            Signer signer = new Ed25519Signer();
            signer.init(true, key);
            return new CertificateSignature(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), signer);
        }
        throw new FunctionException("error creating certificate: a key of this type cannot sign");
    }

    /** What a key of RSA adds: as much again for 2048 bits, and eight times more whenever the bits double. */
    private static long steps(long bits) {
        long kilobits = bits / 1024;
        return STEPS * kilobits * kilobits * kilobits / 8;
    }

    AlgorithmIdentifier algorithm() {
        return algorithm;
    }

    byte[] of(byte[] content) {
        signer.update(content, 0, content.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new FunctionException("error creating certificate: the key cannot sign it");
        }
    }
}

package dev.eso4j.template.functions.keys;

import dev.eso4j.template.functions.FunctionException;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jspecify.annotations.Nullable;

/** Reads private keys: RSA, elliptic curves of the NIST, Ed25519 and X25519. */
public final class PrivateKeys {
    private PrivateKeys() {}

    /** The key in the first block of a PEM text, whatever its label says. */
    public static AsymmetricKeyParameter ofPem(String pem, String withoutBlock) {
        PemBlock block = new PemReader(pem).next();
        if (block == null) {
            throw new FunctionException(withoutBlock);
        }
        return of(block.content());
    }

    /** A key as PKCS#1, PKCS#8 or SEC 1. */
    public static AsymmetricKeyParameter of(byte[] der) {
        AsymmetricKeyParameter key = pkcs1OrNull(der);
        key = key == null ? pkcs8OrNull(der) : key;
        key = key == null ? sec1OrNull(der) : key;
        if (key == null) {
            throw new FunctionException("unable to parse private key type");
        }
        return key;
    }

    public static @Nullable AsymmetricKeyParameter pkcs1OrNull(byte[] der) {
        try {
            return rsa(RSAPrivateKey.getInstance(ASN1Primitive.fromByteArray(der)));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    public static @Nullable AsymmetricKeyParameter sec1OrNull(byte[] der) {
        try {
            ECPrivateKey key = ECPrivateKey.getInstance(ASN1Primitive.fromByteArray(der));
            ASN1ObjectIdentifier curve = ASN1ObjectIdentifier.getInstance(key.getParametersObject());
            return Curves.privateKey(curve, key.getKey());
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    public static @Nullable AsymmetricKeyParameter pkcs8OrNull(byte[] der) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(ASN1Primitive.fromByteArray(der));
            ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
            if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return rsa(RSAPrivateKey.getInstance(info.parsePrivateKey()));
            } else if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                ASN1ObjectIdentifier curve = ASN1ObjectIdentifier.getInstance(
                        info.getPrivateKeyAlgorithm().getParameters());
                return Curves.privateKey(
                        curve, ECPrivateKey.getInstance(info.parsePrivateKey()).getKey());
            }
            ASN1OctetString.getInstance(info.parsePrivateKey());
            AsymmetricKeyParameter key = PrivateKeyFactory.createKey(info);
            return key instanceof DSAPrivateKeyParameters ? null : key;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** A key of RSA with what can be calculated calculated. */
    public static RSAPrivateCrtKeyParameters rsa(BigInteger n, BigInteger e, BigInteger d, BigInteger p, BigInteger q) {
        if (!p.multiply(q).equals(n)) {
            throw new FunctionException("invalid RSA key: the modulus is not the product of the primes");
        }
        BigInteger one = BigInteger.ONE;
        return new RSAPrivateCrtKeyParameters(
                n, e, d, p, q, d.mod(p.subtract(one)), d.mod(q.subtract(one)), q.modInverse(p));
    }

    private static RSAPrivateCrtKeyParameters rsa(RSAPrivateKey key) {
        return rsa(
                key.getModulus(), key.getPublicExponent(), key.getPrivateExponent(), key.getPrime1(), key.getPrime2());
    }
}

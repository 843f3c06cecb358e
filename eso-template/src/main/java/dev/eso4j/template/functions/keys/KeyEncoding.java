package dev.eso4j.template.functions.keys;

import dev.eso4j.template.functions.FunctionException;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/** Keys as DER, to the byte as Go writes them. */
public final class KeyEncoding {
    private KeyEncoding() {}

    /** A private key in PKCS#8. */
    public static byte[] pkcs8(AsymmetricKeyParameter key) {
        try {
            return der(privateInfo(key));
        } catch (IOException e) {
            throw new FunctionException("a key cannot be encoded");
        }
    }

    private static PrivateKeyInfo privateInfo(AsymmetricKeyParameter key) throws IOException {
        if (key instanceof RSAPrivateCrtKeyParameters rsa) {
            return new PrivateKeyInfo(rsa(), body(rsa));
        } else if (key instanceof ECPrivateKeyParameters curve) {
            return new PrivateKeyInfo(curve(curve), body(curve, null));
        } else if (key instanceof Ed25519PrivateKeyParameters seed) {
            return new PrivateKeyInfo(
                    new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), new DEROctetString(seed.getEncoded()));
        } else if (key instanceof X25519PrivateKeyParameters seed) {
            return new PrivateKeyInfo(
                    new AlgorithmIdentifier(EdECObjectIdentifiers.id_X25519), new DEROctetString(seed.getEncoded()));
        }
        throw new FunctionException("a private key of this type is not supported");
    }

    /** A private key of RSA in PKCS#1. */
    public static byte[] pkcs1(RSAPrivateCrtKeyParameters key) {
        return der(body(key));
    }

    /** A private key on a curve as SEC 1 has it. */
    public static byte[] sec1(ECPrivateKeyParameters key) {
        return der(body(key, name(key)));
    }

    /** The public part of a key. */
    public static SubjectPublicKeyInfo publicInfo(AsymmetricKeyParameter key) {
        if (key instanceof RSAPrivateCrtKeyParameters rsa) {
            return rsaInfo(new RSAPublicKey(rsa.getModulus(), rsa.getPublicExponent()));
        } else if (key instanceof RSAKeyParameters rsa) {
            return rsaInfo(new RSAPublicKey(rsa.getModulus(), rsa.getExponent()));
        } else if (key instanceof ECPrivateKeyParameters curve) {
            return publicInfo(Curves.publicKey(curve));
        } else if (key instanceof ECPublicKeyParameters curve) {
            return new SubjectPublicKeyInfo(curve(curve), curve.getQ().getEncoded(false));
        } else if (key instanceof Ed25519PrivateKeyParameters seed) {
            return publicInfo(seed.generatePublicKey());
        } else if (key instanceof Ed25519PublicKeyParameters point) {
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), point.getEncoded());
        }
        throw new FunctionException("a public key of this type is not supported");
    }

    private static SubjectPublicKeyInfo rsaInfo(RSAPublicKey key) {
        try {
            return new SubjectPublicKeyInfo(rsa(), key);
        } catch (IOException e) {
            throw new FunctionException("a key cannot be encoded");
        }
    }

    private static AlgorithmIdentifier rsa() {
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    }

    private static AlgorithmIdentifier curve(ECKeyParameters key) {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, name(key));
    }

    private static ASN1ObjectIdentifier name(ECKeyParameters key) {
        return ((ECNamedDomainParameters) key.getParameters()).getName();
    }

    private static RSAPrivateKey body(RSAPrivateCrtKeyParameters key) {
        return new RSAPrivateKey(
                key.getModulus(),
                key.getPublicExponent(),
                key.getExponent(),
                key.getP(),
                key.getQ(),
                key.getDP(),
                key.getDQ(),
                key.getQInv());
    }

    private static ECPrivateKey body(ECPrivateKeyParameters key, @Nullable ASN1Encodable curve) {
        return new ECPrivateKey(
                key.getParameters().getN().bitLength(),
                key.getD(),
                new DERBitString(Curves.publicKey(key).getQ().getEncoded(false)),
                curve);
    }

    /** Any structure as DER. */
    public static byte[] der(ASN1Encodable structure) {
        try {
            return structure.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new FunctionException("a structure cannot be encoded");
        }
    }
}

package dev.eso4j.template.functions.keys;

import dev.eso4j.template.functions.FunctionException;
import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** The elliptic curves that Go has. */
public final class Curves {
    /** The curves that a JSON web key may name. */
    private static final Map<String, ASN1ObjectIdentifier> NAMES = Map.of(
            "P-256", SECObjectIdentifiers.secp256r1,
            "P-384", SECObjectIdentifiers.secp384r1,
            "P-521", SECObjectIdentifiers.secp521r1);

    private Curves() {}

    static ECPrivateKeyParameters privateKey(ASN1ObjectIdentifier curve, BigInteger value) {
        return new ECPrivateKeyParameters(value, domain(curve));
    }

    /** The public part of a private key. */
    public static ECPublicKeyParameters publicKey(ECPrivateKeyParameters key) {
        return new ECPublicKeyParameters(
                new FixedPointCombMultiplier().multiply(key.getParameters().getG(), key.getD()), key.getParameters());
    }

    /** A key on the curve with this name. */
    public static ECPrivateKeyParameters privateKey(String name, BigInteger value) {
        return privateKey(named(name), value);
    }

    /** A key on the curve with this name. */
    public static ECPublicKeyParameters publicKey(String name, BigInteger x, BigInteger y) {
        ECNamedDomainParameters domain = domain(named(name));
        try {
            return new ECPublicKeyParameters(domain.getCurve().validatePoint(x, y), domain);
        } catch (IllegalArgumentException e) {
            throw new FunctionException("the point is not on the curve");
        }
    }

    private static ASN1ObjectIdentifier named(String name) {
        ASN1ObjectIdentifier curve = NAMES.get(name);
        if (curve == null) {
            throw new FunctionException("invalid curve algorithm: it must be P-256, P-384 or P-521");
        }
        return curve;
    }

    private static ECNamedDomainParameters domain(ASN1ObjectIdentifier curve) {
        if (!NAMES.containsValue(curve) && !curve.equals(SECObjectIdentifiers.secp224r1)) {
            throw new FunctionException("unknown elliptic curve");
        }
        X9ECParameters parameters = ECNamedCurveTable.getByOID(curve);
        return new ECNamedDomainParameters(curve, parameters);
    }
}

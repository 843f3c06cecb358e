package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.encoding.Base64Text;
import dev.eso4j.template.functions.encoding.CorruptTextException;
import dev.eso4j.template.functions.json.JsonReader;
import dev.eso4j.template.functions.keys.Curves;
import dev.eso4j.template.functions.keys.KeyEncoding;
import dev.eso4j.template.functions.keys.PemBlock;
import dev.eso4j.template.functions.keys.PrivateKeys;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoMap;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/** JSON web keys. */
final class WebKey {
    private static final int SEED = 32;

    /** What must be a string wherever it stands; other members do not matter unless the key needs them. */
    private static final List<String> TEXTS = List.of("kid", "alg", "use", "x5u", "x5t", "x5t#S256");

    private final GoMap members;

    private WebKey(GoMap members) {
        this.members = members;
    }

    /** The public key; of a private key its public part, which upstream refuses. */
    static String publicPem(String json, Budget budget) {
        AsymmetricKeyParameter key = of(json, budget).key();
        return PemBlock.of("PUBLIC KEY", KeyEncoding.der(KeyEncoding.publicInfo(key)))
                .text();
    }

    static String privatePem(String json, Budget budget) {
        AsymmetricKeyParameter key = of(json, budget).key();
        return PemBlock.of("PRIVATE KEY", KeyEncoding.pkcs8(key)).text();
    }

    private static WebKey of(String json, Budget budget) {
        Object value = JsonReader.exact(json, budget).readFirst();
        if (value == null) {
            return new WebKey(GoMap.dict());
        } else if (!(value instanceof GoMap members)) {
            throw new FunctionException("a JSON web key must be a JSON object");
        } else {
            for (String name : TEXTS) {
                if (members.get(name) != null && !(members.get(name) instanceof String)) {
                    throw new FunctionException("the member " + name + " of a JSON web key must be a string");
                }
            }
            return new WebKey(members);
        }
    }

    private AsymmetricKeyParameter key() {
        Object type = members.get("kty");
        boolean isPrivate = members.has("d");
        try {
            if ("RSA".equals(type)) {
                return isPrivate
                        ? PrivateKeys.rsa(number("n"), number("e"), number("d"), number("p"), number("q"))
                        : new RSAKeyParameters(false, number("n"), number("e"));
            } else if ("EC".equals(type)) {
                String curve = text("crv");
                AsymmetricKeyParameter point = Curves.publicKey(curve, number("x"), number("y"));
                return isPrivate ? Curves.privateKey(curve, number("d")) : point;
            } else if ("OKP".equals(type) && text("crv").equals("Ed25519")) {
                return isPrivate
                        ? new Ed25519PrivateKeyParameters(bytes("d", SEED), 0)
                        : new Ed25519PublicKeyParameters(bytes("x", SEED), 0);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new FunctionException("the numbers of a JSON web key are not those of a key");
        }
        throw new FunctionException("a JSON web key must be of type RSA, EC, or OKP with the curve Ed25519");
    }

    private String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new FunctionException("a JSON web key of this type must have a member " + name + " that is a string");
    }

    private BigInteger number(String name) {
        return new BigInteger(1, decoded(name));
    }

    private byte[] bytes(String name, int length) {
        byte[] bytes = decoded(name);
        if (bytes.length != length) {
            throw new FunctionException("the member " + name + " of a JSON web key must have " + length + " bytes");
        }
        return bytes;
    }

    private byte[] decoded(String name) {
        String text = text(name).replace('-', '+').replace('_', '/').replace("=", "");
        try {
            return Bytes.toArray(Base64Text.decode(text + "=".repeat((4 - text.length() % 4) % 4)));
        } catch (CorruptTextException e) {
            throw new FunctionException("the member " + name + " of a JSON web key is not base64");
        }
    }
}

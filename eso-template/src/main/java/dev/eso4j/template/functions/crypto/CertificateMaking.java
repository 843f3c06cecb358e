package dev.eso4j.template.functions.crypto;

import static dev.eso4j.template.value.GoType.INT;
import static dev.eso4j.template.value.GoType.LIST;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.functions.encoding.Base64Text;
import dev.eso4j.template.functions.encoding.CorruptTextException;
import dev.eso4j.template.functions.keys.Certificates;
import dev.eso4j.template.functions.keys.PemBlock;
import dev.eso4j.template.functions.keys.PemReader;
import java.util.List;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/** Certificates that are made while a template is rendered, with new keys or given ones. */
public final class CertificateMaking implements FunctionGroup {
    private static final int BITS = 2048;

    @Override
    public List<String> names() {
        return List.of(
                "genCA",
                "genCAWithKey",
                "genSelfSignedCert",
                "genSelfSignedCertWithKey",
                "genSignedCert",
                "genSignedCertWithKey",
                "buildCustomCert");
    }

    @Override
    public void define(Definitions into) {
        into.function("genCA", STRING, INT).as(call -> authority(call, 1, KeyMaker.rsa(BITS, call)));
        into.function("genCAWithKey", STRING, INT, STRING)
                .as(call -> authority(call, 1, KeyMaker.read(call.string(2))));
        into.function("genSelfSignedCert", STRING, LIST, LIST, INT)
                .as(call -> selfSigned(call, KeyMaker.rsa(BITS, call)));
        into.function("genSelfSignedCertWithKey", STRING, LIST, LIST, INT, STRING)
                .as(call -> selfSigned(call, KeyMaker.read(call.string(4))));
        into.function("genSignedCert", STRING, LIST, LIST, INT, GoCertificate.TYPE)
                .as(call -> signed(call, KeyMaker.rsa(BITS, call)));
        into.function("genSignedCertWithKey", STRING, LIST, LIST, INT, GoCertificate.TYPE, STRING)
                .as(call -> signed(call, KeyMaker.read(call.string(5))));
        into.function("buildCustomCert", STRING, STRING).as(CertificateMaking::custom);
    }

    private static GoCertificate authority(Call call, int days, AsymmetricKeyParameter key) {
        return new CertificateMaker(call, call.string(0), call.integer(days), key).authority();
    }

    private static GoCertificate selfSigned(Call call, AsymmetricKeyParameter key) {
        return new CertificateMaker(call, call.string(0), call.integer(3), key)
                .names(call.list(1), call.list(2))
                .selfSigned();
    }

    private static GoCertificate signed(Call call, AsymmetricKeyParameter key) {
        GoCertificate issuer = call.object(4, GoCertificate.class);
        Certificate certificate = certificate(issuer.certificate());
        return new CertificateMaker(call, call.string(0), call.integer(3), key)
                .names(call.list(1), call.list(2))
                .signed(certificate, KeyMaker.read(issuer.key()));
    }

    private static GoCertificate custom(Call call) {
        String certificate = decoded(call.string(0), "certificate");
        String key = decoded(call.string(1), "private key");
        certificate(certificate);
        KeyMaker.read(key);
        return new GoCertificate(certificate, key);
    }

    private static String decoded(String base64, String what) {
        try {
            return Base64Text.decode(base64);
        } catch (CorruptTextException e) {
            throw new FunctionException("unable to decode base64 " + what);
        }
    }

    private static Certificate certificate(String pem) {
        PemBlock block = new PemReader(pem).next();
        if (block == null) {
            throw new FunctionException("unable to decode certificate");
        }
        return Certificates.of(block.content());
    }
}

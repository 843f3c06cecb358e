package dev.eso4j.template.functions.crypto;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.encoding.Base64Text;
import dev.eso4j.template.functions.encoding.CorruptTextException;
import dev.eso4j.template.functions.keys.Certificates;
import dev.eso4j.template.functions.keys.PemBlock;
import dev.eso4j.template.functions.keys.PemReader;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/** What {@link CertificateMaking} declares; apart from it, so that declaring loads no cryptography. */
final class MadeCertificates {
    private static final int BITS = 2048;

    private MadeCertificates() {}

    static GoCertificate authority(Call call) {
        return authority(call, KeyMaker.rsa(BITS, call));
    }

    static GoCertificate authorityWithKey(Call call) {
        return authority(call, KeyMaker.read(call.string(2)));
    }

    static GoCertificate selfSigned(Call call) {
        return selfSigned(call, KeyMaker.rsa(BITS, call));
    }

    static GoCertificate selfSignedWithKey(Call call) {
        return selfSigned(call, KeyMaker.read(call.string(4)));
    }

    static GoCertificate signed(Call call) {
        return signed(call, KeyMaker.rsa(BITS, call));
    }

    static GoCertificate signedWithKey(Call call) {
        return signed(call, KeyMaker.read(call.string(5)));
    }

    private static GoCertificate authority(Call call, AsymmetricKeyParameter key) {
        return new CertificateMaker(call, call.string(0), call.integer(1), key).authority();
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

    static GoCertificate custom(Call call) {
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

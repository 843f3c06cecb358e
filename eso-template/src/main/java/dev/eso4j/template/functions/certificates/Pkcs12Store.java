package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.encoding.Base64Text;
import dev.eso4j.template.functions.keys.Certificates;
import dev.eso4j.template.functions.keys.KeyEncoding;
import dev.eso4j.template.functions.keys.PemBlock;
import dev.eso4j.template.functions.keys.PemReader;
import dev.eso4j.template.functions.keys.PrivateKeys;
import dev.eso4j.template.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.Certificate;

/** Stores of keys and of trusted certificates in PKCS#12, made of PEM and given in base64. */
final class Pkcs12Store {
    private Pkcs12Store() {}

    /** A key and its certificate, the first of each. */
    static String ofFirst(String certificatePem, String keyPem, String password) {
        byte[] key = KeyEncoding.pkcs8(PrivateKeys.ofPem(keyPem, "no PEM private key found"));
        PemBlock block = new PemReader(certificatePem).next();
        if (block == null) {
            throw new FunctionException("no PEM certificate found");
        }
        return text(Pkcs12Writer.keyStore(List.of(Certificates.of(block.content())), key, password));
    }

    /** A key, its certificate and all that follow it. */
    static String ofAll(String certificatesPem, String keyPem, String password) {
        byte[] key = KeyEncoding.pkcs8(PrivateKeys.ofPem(keyPem, "no PEM private key found"));
        List<Certificate> all = certificates(certificatesPem);
        if (all.isEmpty()) {
            throw new FunctionException("no PEM certificate found");
        }
        return text(Pkcs12Writer.keyStore(all, key, password));
    }

    /** Certificates to trust; none for an empty text. */
    static String ofTrusted(String certificatesPem, String password) {
        return text(Pkcs12Writer.trustStore(certificates(certificatesPem), password));
    }

    private static List<Certificate> certificates(String pem) {
        PemReader reader = new PemReader(pem);
        List<Certificate> all = new ArrayList<>();
        for (PemBlock block = reader.next(); block != null; block = reader.next()) {
            all.add(Certificates.of(block.content()));
        }
        if (!Bytes.blank(reader.rest())) {
            throw new FunctionException("no PEM certificate found in what follows the last one");
        }
        return all;
    }

    private static String text(byte[] store) {
        return Base64Text.encode(Bytes.of(store));
    }
}

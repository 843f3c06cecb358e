package dev.eso4j.template.functions.certificates;

import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.functions.Trial;
import java.util.List;

/** What External Secrets has beyond sprig for certificates and keys. */
public final class CertificateFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of(
                "filterPEM",
                "filterCertChain",
                "certSANs",
                "jwkPublicKeyPem",
                "jwkPrivateKeyPem",
                "rsaDecrypt",
                "pkcs12key",
                "pkcs12keyPass",
                "pkcs12cert",
                "pkcs12certPass",
                "pemToPkcs12",
                "pemToPkcs12Pass",
                "fullPemToPkcs12",
                "fullPemToPkcs12Pass",
                "pemTruststoreToPKCS12",
                "pemTruststoreToPKCS12Pass");
    }

    // Lambdas, since a method reference would load the class it names, and cryptography with it.
    @Override
    public void define(Definitions into) {
        // What a file of PKCS#12 takes at least, with the 2,048 iterations that are usual.
        Trial writing = new Trial(call -> Pkcs12Writer.STEPS, "a file");
        Trial decryption =
                new Trial(call -> call.string(0).equals(RsaDecryption.SCHEME) ? RsaDecryption.STEPS : 0, "decrypted");
        into.function("filterPEM", STRING, STRING)
                .slow()
                .as(call -> PemFilter.filter(call.string(0), read(call, 1).string(1)));
        into.function("filterCertChain", STRING, STRING)
                .slow()
                .as(call ->
                        CertificateChain.filter(call.string(0), read(call, 1).string(1), call));
        into.function("certSANs", STRING)
                .slow()
                .as(call -> AlternativeNames.of(read(call, 0).string(0)));
        into.function("jwkPublicKeyPem", STRING).slow().as(call -> WebKey.publicPem(call.string(0), call.budget()));
        into.function("jwkPrivateKeyPem", STRING).slow().as(call -> WebKey.privatePem(call.string(0), call.budget()));
        into.function("rsaDecrypt", STRING, STRING, STRING, STRING)
                .costly(decryption)
                .slow()
                .as(call -> RsaDecryption.apply(call));

        into.function("pkcs12key", STRING).as(call -> Pkcs12Reader.keys("", call.string(0), call));
        into.function("pkcs12keyPass", STRING, STRING)
                .as(call -> Pkcs12Reader.keys(call.string(0), call.string(1), call));
        into.function("pkcs12cert", STRING).as(call -> Pkcs12Reader.certificates("", call.string(0), call));
        into.function("pkcs12certPass", STRING, STRING)
                .as(call -> Pkcs12Reader.certificates(call.string(0), call.string(1), call));

        into.function("pemToPkcs12", STRING, STRING)
                .costly(writing)
                .slow()
                .as(call -> Pkcs12Store.ofFirst(written(call).string(0), call.string(1), ""));
        into.function("pemToPkcs12Pass", STRING, STRING, STRING)
                .costly(writing)
                .slow()
                .as(call -> Pkcs12Store.ofFirst(written(call).string(0), call.string(1), call.string(2)));
        into.function("fullPemToPkcs12", STRING, STRING)
                .costly(writing)
                .slow()
                .as(call -> Pkcs12Store.ofAll(written(call).string(0), call.string(1), ""));
        into.function("fullPemToPkcs12Pass", STRING, STRING, STRING)
                .costly(writing)
                .slow()
                .as(call -> Pkcs12Store.ofAll(written(call).string(0), call.string(1), call.string(2)));
        into.function("pemTruststoreToPKCS12", STRING)
                .costly(writing)
                .slow()
                .as(call -> Pkcs12Store.ofTrusted(written(call).string(0), ""));
        into.function("pemTruststoreToPKCS12Pass", STRING, STRING)
                .costly(writing)
                .slow()
                .as(call -> Pkcs12Store.ofTrusted(written(call).string(0), call.string(1)));
    }

    /** Charges the writing of a file. */
    private static Call written(Call call) {
        call.budget().steps(Pkcs12Writer.STEPS);
        return call;
    }

    /** Charges the reading of an argument. */
    private static Call read(Call call, int index) {
        call.budget().steps(call.string(index).length() / 16);
        call.budget().allocate(2L * call.string(index).length());
        return call;
    }
}

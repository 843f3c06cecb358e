package dev.eso4j.template.functions.crypto;

import static dev.eso4j.template.value.GoType.INT;
import static dev.eso4j.template.value.GoType.LIST;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.functions.Trial;
import java.util.List;

/** Certificates that are made while a template is rendered, with new keys or given ones. */
public final class CertificateMaking implements FunctionGroup {
    private static final GoCertificate STAND_IN = new GoCertificate("a certificate", "a key");
    private static final Trial KEY = new Trial(call -> KeyMaker.STEPS, STAND_IN);
    private static final Trial SIGNATURE = new Trial(call -> CertificateSignature.STEPS, STAND_IN);

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
        into.function("genCA", STRING, INT).costly(KEY).as(call -> MadeCertificates.authority(call));
        into.function("genCAWithKey", STRING, INT, STRING)
                .costly(SIGNATURE)
                .slow()
                .as(call -> MadeCertificates.authorityWithKey(call));
        into.function("genSelfSignedCert", STRING, LIST, LIST, INT)
                .costly(KEY)
                .as(call -> MadeCertificates.selfSigned(call));
        into.function("genSelfSignedCertWithKey", STRING, LIST, LIST, INT, STRING)
                .costly(SIGNATURE)
                .slow()
                .as(call -> MadeCertificates.selfSignedWithKey(call));
        into.function("genSignedCert", STRING, LIST, LIST, INT, GoCertificate.TYPE)
                .costly(KEY)
                .as(call -> MadeCertificates.signed(call));
        into.function("genSignedCertWithKey", STRING, LIST, LIST, INT, GoCertificate.TYPE, STRING)
                .costly(SIGNATURE)
                .slow()
                .as(call -> MadeCertificates.signedWithKey(call));
        into.function("buildCustomCert", STRING, STRING).slow().as(call -> MadeCertificates.custom(call));
    }
}

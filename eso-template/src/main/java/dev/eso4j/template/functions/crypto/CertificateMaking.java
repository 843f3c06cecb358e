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
        GoCertificate standIn = new GoCertificate("a certificate", "a key");
        Trial key = new Trial(call -> KeyMaker.STEPS, standIn);
        Trial signature = new Trial(call -> CertificateSignature.STEPS, standIn);
        into.function("genCA", STRING, INT).costly(key).as(call -> MadeCertificates.authority(call));
        into.function("genCAWithKey", STRING, INT, STRING)
                .costly(signature)
                .slow()
                .as(call -> MadeCertificates.authorityWithKey(call));
        into.function("genSelfSignedCert", STRING, LIST, LIST, INT)
                .costly(key)
                .as(call -> MadeCertificates.selfSigned(call));
        into.function("genSelfSignedCertWithKey", STRING, LIST, LIST, INT, STRING)
                .costly(signature)
                .slow()
                .as(call -> MadeCertificates.selfSignedWithKey(call));
        into.function("genSignedCert", STRING, LIST, LIST, INT, GoCertificate.TYPE)
                .costly(key)
                .as(call -> MadeCertificates.signed(call));
        into.function("genSignedCertWithKey", STRING, LIST, LIST, INT, GoCertificate.TYPE, STRING)
                .costly(signature)
                .slow()
                .as(call -> MadeCertificates.signedWithKey(call));
        into.function("buildCustomCert", STRING, STRING).slow().as(call -> MadeCertificates.custom(call));
    }
}

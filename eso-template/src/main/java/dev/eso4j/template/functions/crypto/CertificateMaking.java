package dev.eso4j.template.functions.crypto;

import static dev.eso4j.template.value.GoType.INT;
import static dev.eso4j.template.value.GoType.LIST;
import static dev.eso4j.template.value.GoType.STRING;

import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionGroup;
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
        into.function("genCA", STRING, INT).as(call -> MadeCertificates.authority(call));
        into.function("genCAWithKey", STRING, INT, STRING).as(call -> MadeCertificates.authorityWithKey(call));
        into.function("genSelfSignedCert", STRING, LIST, LIST, INT).as(call -> MadeCertificates.selfSigned(call));
        into.function("genSelfSignedCertWithKey", STRING, LIST, LIST, INT, STRING)
                .as(call -> MadeCertificates.selfSignedWithKey(call));
        into.function("genSignedCert", STRING, LIST, LIST, INT, GoCertificate.TYPE)
                .as(call -> MadeCertificates.signed(call));
        into.function("genSignedCertWithKey", STRING, LIST, LIST, INT, GoCertificate.TYPE, STRING)
                .as(call -> MadeCertificates.signedWithKey(call));
        into.function("buildCustomCert", STRING, STRING).as(call -> MadeCertificates.custom(call));
    }
}

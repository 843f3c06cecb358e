package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.keys.Certificates;
import dev.eso4j.template.functions.keys.PemBlock;
import dev.eso4j.template.functions.keys.PemReader;
import dev.eso4j.template.functions.urls.UrlText;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoList;
import dev.eso4j.template.value.GoType;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** The subject alternative names of a certificate: of DNS first, then addresses, mail addresses, URIs. */
final class AlternativeNames {
    private AlternativeNames() {}

    static GoList of(String pem) {
        PemBlock block = new PemReader(PemReader.withoutJunkBefore(pem)).next();
        if (block == null) {
            throw new FunctionException("failed to decode PEM block");
        }
        GeneralNames names = names(block);
        List<String> found = new ArrayList<>();
        for (int kind : new int[] {
            GeneralName.dNSName, GeneralName.iPAddress, GeneralName.rfc822Name, GeneralName.uniformResourceIdentifier
        }) {
            for (GeneralName name : names == null ? new GeneralName[0] : names.getNames()) {
                if (name.getTagNo() == kind) {
                    found.add(text(name));
                }
            }
        }
        return GoList.of(GoType.STRINGS, found);
    }

    private static @org.jspecify.annotations.Nullable GeneralNames names(PemBlock block) {
        try {
            Certificate certificate = Certificates.of(block.content());
            Extensions extensions = certificate.getTBSCertificate().getExtensions();
            return extensions == null
                    ? null
                    : GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        } catch (FunctionException | IllegalArgumentException e) {
            throw new FunctionException("failed to parse certificate");
        }
    }

    private static String text(GeneralName name) {
        if (name.getTagNo() == GeneralName.iPAddress) {
            return Addresses.text(ASN1OctetString.getInstance(name.getName()).getOctets());
        }
        String text = Bytes.encode(ASN1IA5String.getInstance(name.getName()).getString());
        return name.getTagNo() == GeneralName.uniformResourceIdentifier ? UrlText.again(text) : text;
    }
}

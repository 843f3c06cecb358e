package dev.eso4j.template.functions.keys;

import dev.eso4j.template.functions.FunctionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** Certificates, read. */
public final class Certificates {
    private Certificates() {}

    /** One certificate. */
    public static Certificate of(byte[] der) {
        try {
            return Certificate.getInstance(ASN1Primitive.fromByteArray(der));
        } catch (IOException | RuntimeException e) {
            throw new FunctionException("x509: malformed certificate");
        }
    }

    /** The certificates of a PEM text, in which nothing else may be. */
    public static List<Certificate> ofPem(String pem) {
        List<Certificate> certificates = new ArrayList<>();
        for (PemBlock block : PemReader.all(pem)) {
            certificates.add(of(block.content()));
        }
        return certificates;
    }

    /** PEM blocks one behind the other. */
    public static String pem(List<Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (Certificate certificate : certificates) {
            text.append(PemBlock.of("CERTIFICATE", KeyEncoding.der(certificate)).text());
        }
        return text.toString();
    }

    /** The identifier of the certificate's key; empty if it has none. */
    public static byte[] subjectKeyId(Certificate certificate) {
        Extensions extensions = certificate.getTBSCertificate().getExtensions();
        Extension extension = extensions == null ? null : extensions.getExtension(Extension.subjectKeyIdentifier);
        if (extension == null) {
            return new byte[0];
        }
        return ASN1OctetString.getInstance(extension.getParsedValue()).getOctets();
    }

    /** The identifier of the issuer's key; empty if the certificate tells none. */
    public static byte[] authorityKeyId(Certificate certificate) {
        Extensions extensions = certificate.getTBSCertificate().getExtensions();
        AuthorityKeyIdentifier identifier =
                extensions == null ? null : AuthorityKeyIdentifier.fromExtensions(extensions);
        byte[] octets = identifier == null ? null : identifier.getKeyIdentifierOctets();
        return octets == null ? new byte[0] : octets;
    }
}

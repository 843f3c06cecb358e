package dev.eso4j.template.functions.crypto;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.keys.Certificates;
import dev.eso4j.template.functions.keys.KeyEncoding;
import dev.eso4j.template.functions.keys.PemBlock;
import dev.eso4j.template.value.GoList;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/** Makes one certificate. */
final class CertificateMaker {
    private static final int KEY_ID = 20;

    private final Call call;
    private final SecureRandom random;
    private final X500Name subject;
    private final Instant from;
    private final Instant to;
    private final AsymmetricKeyParameter key;
    private final SubjectPublicKeyInfo publicKey;
    private final List<GeneralName> names = new ArrayList<>();

    CertificateMaker(Call call, String name, long days, AsymmetricKeyParameter key) {
        this.call = call;
        this.random = call.surroundings().random();
        this.subject = SubjectNames.commonName(name);
        this.from = call.surroundings().clock().instant();
        this.key = key;
        this.publicKey = KeyEncoding.publicInfo(key);
        try {
            this.to = from.plus(Duration.ofDays(days));
        } catch (DateTimeException | ArithmeticException e) {
            throw new FunctionException("error creating certificate: the number of days is out of range");
        }
    }

    /** Alternative names of the subject. */
    CertificateMaker names(GoList addresses, GoList hosts) {
        SubjectNames.addHosts(hosts, names);
        SubjectNames.addAddresses(addresses, names);
        return this;
    }

    GoCertificate authority() {
        return made(true, subject, new byte[0], key);
    }

    GoCertificate selfSigned() {
        return made(false, subject, new byte[0], key);
    }

    GoCertificate signed(Certificate issuer, AsymmetricKeyParameter issuerKey) {
        if (!KeyEncoding.publicInfo(issuerKey).equals(issuer.getSubjectPublicKeyInfo())) {
            throw new FunctionException(
                    "error creating certificate: the private key of the issuer is not that of its certificate");
        }
        return made(false, issuer.getSubject(), Certificates.subjectKeyId(issuer), issuerKey);
    }

    private GoCertificate made(boolean authority, X500Name issuer, byte[] issuerKeyId, AsymmetricKeyParameter signer) {
        CertificateSignature signature = CertificateSignature.of(signer, call);
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new DERTaggedObject(true, 0, new ASN1Integer(2)));
        fields.add(new ASN1Integer(new BigInteger(128, random).max(BigInteger.ONE)));
        fields.add(signature.algorithm());
        fields.add(issuer);
        fields.add(new DERSequence(new ASN1Encodable[] {new Time(Date.from(from)), new Time(Date.from(to))}));
        fields.add(subject);
        fields.add(publicKey);
        fields.add(new DERTaggedObject(true, 3, extensions(authority, issuer, issuerKeyId)));
        DERSequence content = new DERSequence(fields);
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(content);
        parts.add(signature.algorithm());
        parts.add(new DERBitString(signature.of(KeyEncoding.der(content))));
        String certificate = PemBlock.of("CERTIFICATE", KeyEncoding.der(new DERSequence(parts)))
                .text();
        return new GoCertificate(certificate, KeyMaker.pem(key));
    }

    private Extensions extensions(boolean authority, X500Name issuer, byte[] issuerKeyId) {
        List<Extension> all = new ArrayList<>();
        int usage = KeyUsage.keyEncipherment | KeyUsage.digitalSignature;
        all.add(extension(Extension.keyUsage, true, new KeyUsage(authority ? usage | KeyUsage.keyCertSign : usage)));
        all.add(extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
        })));
        all.add(extension(Extension.basicConstraints, true, new BasicConstraints(authority)));
        if (authority) {
            all.add(extension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId())));
        }
        if (issuerKeyId.length > 0 && !issuer.equals(subject)) {
            all.add(extension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(issuerKeyId)));
        }
        if (!names.isEmpty()) {
            boolean critical = subject.getRDNs().length == 0;
            all.add(extension(
                    Extension.subjectAlternativeName, critical, new GeneralNames(names.toArray(GeneralName[]::new))));
        }
        return new Extensions(all.toArray(Extension[]::new));
    }

    private static Extension extension(ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {
        try {
            return Extension.create(name, critical, value);
        } catch (IOException e) {
            throw new FunctionException("error creating certificate: an extension cannot be encoded");
        }
    }

    private byte[] keyId() {
        byte[] bits = publicKey.getPublicKeyData().getBytes();
        SHA256Digest digest = new SHA256Digest();
        digest.update(bits, 0, bits.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return Arrays.copyOf(hash, KEY_ID);
    }
}

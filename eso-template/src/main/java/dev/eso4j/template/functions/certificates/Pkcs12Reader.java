package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.keys.Certificates;
import dev.eso4j.template.functions.keys.KeyEncoding;
import dev.eso4j.template.functions.keys.PemBlock;
import dev.eso4j.template.functions.keys.PrivateKeys;
import dev.eso4j.template.limit.Budget;
import dev.eso4j.template.value.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * Reads files of PKCS#12. Unlike upstream it takes several keys, and for certificates none.
 */
final class Pkcs12Reader {
    private final Budget budget;
    private final List<AsymmetricKeyParameter> keys = new ArrayList<>();
    private final List<Certificate> certificates = new ArrayList<>();

    private Pkcs12Reader(Budget budget) {
        this.budget = budget;
    }

    /** The private keys, as PEM. */
    static String keys(String password, String file, Call call) {
        String what = "unable to decode pkcs12 with password: ";
        Pkcs12Reader reader = read(password, file, call, what);
        if (reader.keys.isEmpty()) {
            throw new FunctionException(what + "pkcs12: private key missing");
        }
        StringBuilder pem = new StringBuilder();
        for (AsymmetricKeyParameter key : reader.keys) {
            pem.append(PemBlock.of("PRIVATE KEY", KeyEncoding.pkcs8(key)).text());
        }
        return pem.toString();
    }

    /** The certificates, as PEM: the chain if they are one, else all in the order of the file. */
    static String certificates(String password, String file, Call call) {
        Pkcs12Reader reader = read(password, file, call, "unable to decode pkcs12 certificate with password: ");
        List<Certificate> all = reader.certificates;
        call.budget().steps((long) all.size() * all.size());
        try {
            return Certificates.pem(CertificateChain.ordered(all));
        } catch (FunctionException e) {
            return Certificates.pem(all);
        }
    }

    private static Pkcs12Reader read(String password, String file, Call call, String what) {
        call.budget().steps(file.length() / 16);
        call.budget().allocate(4L * file.length());
        Pkcs12Reader reader = new Pkcs12Reader(call.budget());
        try {
            reader.read(Pkcs12Password.of(password), Bytes.toArray(file));
        } catch (FunctionException e) {
            throw new FunctionException(what + e.getMessage());
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new FunctionException(what + "pkcs12: error reading P12 data");
        }
        return reader;
    }

    private void read(Pkcs12Password given, byte[] file) throws IOException {
        Pfx pfx = Pfx.getInstance(ASN1Primitive.fromByteArray(file));
        byte[] content = data(pfx.getAuthSafe());
        Pkcs12Password password = given;
        if (pfx.getMacData() == null) {
            if (!given.empty()) {
                throw new FunctionException("pkcs12: no MAC in data");
            }
        } else if (!Pkcs12Mac.valid(pfx.getMacData(), content, password, budget)) {
            password = given.nothing();
            if (!given.empty() || !Pkcs12Mac.valid(pfx.getMacData(), content, password, budget)) {
                throw new FunctionException("pkcs12: decryption password incorrect");
            }
        }
        for (ASN1Encodable part : ASN1Sequence.getInstance(content)) {
            safe(ContentInfo.getInstance(part), password);
        }
        if (certificates.isEmpty()) {
            throw new FunctionException("pkcs12: certificate missing");
        }
    }

    private static byte[] data(ContentInfo info) {
        if (!info.getContentType().equals(PKCSObjectIdentifiers.data)) {
            throw new FunctionException("pkcs12: only password-protected PFX is implemented");
        }
        return ASN1OctetString.getInstance(info.getContent()).getOctets();
    }

    private void safe(ContentInfo info, Pkcs12Password password) {
        byte[] bags;
        if (info.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
            EncryptedData encrypted = EncryptedData.getInstance(info.getContent());
            bags = PasswordCipher.decrypt(
                    encrypted.getEncryptionAlgorithm(), encrypted.getContent().getOctets(), password, budget);
        } else {
            bags = data(info);
        }
        for (ASN1Encodable bag : ASN1Sequence.getInstance(bags)) {
            bag(SafeBag.getInstance(bag), password);
        }
    }

    private void bag(SafeBag bag, Pkcs12Password password) {
        budget.steps(16);
        if (bag.getBagId().equals(PKCSObjectIdentifiers.certBag)) {
            CertBag held = CertBag.getInstance(bag.getBagValue());
            if (!held.getCertId().equals(PKCSObjectIdentifiers.x509Certificate)) {
                throw new FunctionException("pkcs12: only X509 certificates are supported in cert bags");
            }
            certificates.add(Certificates.of(
                    ASN1OctetString.getInstance(held.getCertValue()).getOctets()));
        } else if (bag.getBagId().equals(PKCSObjectIdentifiers.keyBag)) {
            key(KeyEncoding.der(bag.getBagValue()));
        } else if (bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
            EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(bag.getBagValue());
            key(PasswordCipher.decrypt(info.getEncryptionAlgorithm(), info.getEncryptedData(), password, budget));
        }
    }

    private void key(byte[] der) {
        AsymmetricKeyParameter key = PrivateKeys.pkcs8OrNull(der);
        if (key == null) {
            throw new FunctionException("pkcs12: error parsing PKCS#8 private key");
        }
        keys.add(key);
    }
}

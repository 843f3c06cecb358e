package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.keys.KeyEncoding;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Writes files of PKCS#12: AES-256 with PBKDF2, and a code of SHA-256.
 *
 * <p>Upstream takes random salts, so that its result changes at every refresh and restarts whoever watches it. Here they follow from
 * what the file holds, which is as good for their purpose: two files with different contents have different salts. The password is
 * no part of it; a salt made of it would let it be guessed without all the iterations.
 */
final class Pkcs12Writer {
    private static final int ITERATIONS = 2048;

    /** What a store of trusted certificates charges, which has one key derived for what it holds and one for its code. */
    static final int STEPS = 2 * ITERATIONS / PasswordCipher.ITERATIONS;

    private static final int SALT = 16;
    private static final ASN1ObjectIdentifier TRUSTED = new ASN1ObjectIdentifier("2.16.840.1.113894.746875.1.1");

    private final Pkcs12Password password;
    private final byte[] seed;
    private int salts;

    private Pkcs12Writer(Pkcs12Password password, byte[] seed) {
        this.password = password;
        this.seed = seed;
    }

    /** A key with the certificates, of which the first is the key's own. */
    static byte[] keyStore(List<Certificate> certificates, byte[] pkcs8, String password) {
        byte[] leaf = KeyEncoding.der(certificates.get(0));
        ASN1Set id = attributes(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(sha1(leaf)));
        ASN1EncodableVector bags = new ASN1EncodableVector();
        for (int i = 0; i < certificates.size(); i++) {
            bags.add(bag(certificates.get(i), i == 0 ? id : null));
        }
        byte[] contents = KeyEncoding.der(new DERSequence(bags));
        Pkcs12Writer writer = new Pkcs12Writer(Pkcs12Password.of(password), sha256(contents, pkcs8));
        ContentInfo first = writer.encrypted(contents);
        AlgorithmIdentifier algorithm = writer.algorithm();
        EncryptedPrivateKeyInfo key = new EncryptedPrivateKeyInfo(algorithm, writer.encrypt(algorithm, pkcs8));
        SafeBag keyBag = new SafeBag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, key, id);
        ContentInfo second = data(KeyEncoding.der(new DERSequence(keyBag)));
        return writer.file(new DERSequence(new ASN1Encodable[] {first, second}));
    }

    /** Certificates to trust. */
    static byte[] trustStore(List<Certificate> certificates, String password) {
        ASN1EncodableVector bags = new ASN1EncodableVector();
        for (Certificate certificate : certificates) {
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(attribute(TRUSTED, KeyPurposeId.anyExtendedKeyUsage));
            attributes.add(attribute(
                    PKCSObjectIdentifiers.pkcs_9_at_friendlyName,
                    new DERBMPString(SubjectText.of(certificate.getSubject()))));
            bags.add(bag(certificate, new DERSet(attributes)));
        }
        byte[] contents = KeyEncoding.der(new DERSequence(bags));
        Pkcs12Writer writer = new Pkcs12Writer(Pkcs12Password.of(password), sha256(contents, new byte[0]));
        return writer.file(new DERSequence(writer.encrypted(contents)));
    }

    private static SafeBag bag(Certificate certificate, @org.jspecify.annotations.Nullable ASN1Set attributes) {
        CertBag bag =
                new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(KeyEncoding.der(certificate)));
        return new SafeBag(PKCSObjectIdentifiers.certBag, bag, attributes);
    }

    private static ASN1Set attributes(ASN1ObjectIdentifier name, ASN1Encodable value) {
        return new DERSet(attribute(name, value));
    }

    private static ASN1Encodable attribute(ASN1ObjectIdentifier name, ASN1Encodable value) {
        return new DERSequence(new ASN1Encodable[] {name, new DERSet(value)});
    }

    private static ContentInfo data(byte[] content) {
        return new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content));
    }

    private ContentInfo encrypted(byte[] content) {
        AlgorithmIdentifier algorithm = algorithm();
        return new ContentInfo(
                PKCSObjectIdentifiers.encryptedData,
                new EncryptedData(
                        PKCSObjectIdentifiers.data, algorithm, new DEROctetString(encrypt(algorithm, content))));
    }

    private byte[] file(DERSequence parts) {
        byte[] content = KeyEncoding.der(parts);
        byte[] salt = salt();
        byte[] code = Pkcs12Mac.calculate(new SHA256Digest(), salt, ITERATIONS, content, password);
        DigestInfo mac = new DigestInfo(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), code);
        return KeyEncoding.der(new Pfx(data(content), new MacData(mac, salt, ITERATIONS)));
    }

    private AlgorithmIdentifier algorithm() {
        PBKDF2Params derivation =
                new PBKDF2Params(salt(), ITERATIONS, new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256));
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(
                        new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, derivation),
                        new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(salt()))));
    }

    private byte[] encrypt(AlgorithmIdentifier algorithm, byte[] content) {
        PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
        PBKDF2Params derivation =
                PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(password.narrow(), derivation.getSalt(), ITERATIONS);
        byte[] iv = org.bouncycastle.asn1.ASN1OctetString.getInstance(
                        scheme.getEncryptionScheme().getParameters())
                .getOctets();
        try {
            return PasswordCipher.run(
                    true,
                    AESEngine.newInstance(),
                    new ParametersWithIV(generator.generateDerivedParameters(256), iv),
                    content);
        } catch (InvalidCipherTextException e) {
            throw new FunctionException("pkcs12: the content cannot be encrypted");
        }
    }

    private byte[] salt() {
        return java.util.Arrays.copyOf(sha256(seed, new byte[] {(byte) salts++}), SALT);
    }

    private static byte[] sha256(byte[] first, byte[] second) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(first, 0, first.length);
        digest.update(second, 0, second.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    private static byte[] sha1(byte[] content) {
        SHA1Digest digest = new SHA1Digest();
        digest.update(content, 0, content.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}

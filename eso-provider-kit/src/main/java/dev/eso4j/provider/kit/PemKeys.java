package dev.eso4j.provider.kit;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** Reads private keys in the forms in which they come: PKCS#8, PKCS#1 (RSA) and SEC 1 (EC). */
final class PemKeys {
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

    private PemKeys() {}

    /**
     * Returns the private key that belongs to {@code owner}.
     *
     * @throws IllegalArgumentException if there is none in the text, or it belongs to another certificate
     */
    static PrivateKey read(String text, PublicKey owner) {
        Pem block = Pem.parse(text).stream()
                .filter(each -> each.type().endsWith("PRIVATE KEY"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no PEM block with a private key"));
        byte[] pkcs8 = switch (block.type()) {
            case "PRIVATE KEY" -> block.der();
            case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> wrap(block.der(), owner);
            default ->
                throw new IllegalArgumentException("private keys of the form " + block.type()
                        + " are not supported; convert it to PKCS#8" + " without encryption");
        };
        PrivateKey key;
        try {
            key = KeyFactory.getInstance(owner.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the private key is not an " + owner.getAlgorithm() + " key, which the certificate has", e);
        }
        if (!belongs(key, owner)) {
            throw new IllegalArgumentException("the private key does not belong to the certificate");
        }
        return key;
    }

    /** Puts a bare key into PKCS#8. The algorithm, for EC the curve too, is taken from the certificate's public key. */
    private static byte[] wrap(byte[] key, PublicKey owner) {
        byte[] algorithm = firstInside(owner.getEncoded());
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(VERSION_0);
        content.writeBytes(algorithm);
        content.writeBytes(element(OCTET_STRING, key));
        return element(SEQUENCE, content.toByteArray());
    }

    /** Returns the first element inside of a sequence. */
    private static byte[] firstInside(byte[] sequence) {
        int begin = contentAt(sequence, 0);
        int content = contentAt(sequence, begin);
        int end = content + length(sequence, begin);
        byte[] element = new byte[end - begin];
        System.arraycopy(sequence, begin, element, 0, element.length);
        return element;
    }

    private static int contentAt(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = length << 8 | der[at + 2 + i] & 0xff;
        }
        return length;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static boolean belongs(PrivateKey key, PublicKey owner) {
        String algorithm = switch (owner.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> owner.getAlgorithm();
        };
        byte[] sample = {1, 2, 3};
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(sample);
            byte[] signature = signer.sign();
            signer.initVerify(owner);
            signer.update(sample);
            return signer.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the private key cannot be used with the certificate", e);
        }
    }
}

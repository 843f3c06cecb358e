package dev.eso4j.template.functions.crypto;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoList;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.GeneralName;

/** The names of whom a certificate is for. */
final class SubjectNames {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "\\." + BYTE + "\\." + BYTE + "\\." + BYTE);
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9 '()+,./:=?-]*");

    private SubjectNames() {}

    /** A name with one part, or with none for an empty text. */
    static X500Name commonName(String bytes) {
        if (!Bytes.valid(bytes)) {
            throw new FunctionException("error creating certificate: the common name is not valid UTF-8");
        }
        if (bytes.isEmpty()) {
            return new X500Name(new RDN[0]);
        }
        ASN1Encodable text = PRINTABLE.matcher(bytes).matches()
                ? new DERPrintableString(bytes)
                : new DERUTF8String(Bytes.decode(bytes));
        return new X500Name(new RDN[] {new RDN(BCStyle.CN, text)});
    }

    static void addHosts(GoList hosts, List<GeneralName> into) {
        for (int i = 0; i < hosts.size(); i++) {
            if (!(hosts.get(i) instanceof String host)) {
                throw new FunctionException("error processing alternate dns name: element " + i + " is not a string");
            } else if (!Bytes.ascii(host)) {
                throw new FunctionException(
                        "error creating certificate: alternate dns name " + i + " has characters beyond ASCII");
            }
            into.add(new GeneralName(GeneralName.dNSName, new DERIA5String(host)));
        }
    }

    static void addAddresses(GoList addresses, List<GeneralName> into) {
        for (int i = 0; i < addresses.size(); i++) {
            byte[] bytes = addresses.get(i) instanceof String address ? address(address) : new byte[0];
            if (bytes.length == 0) {
                throw new FunctionException("error parsing ip: element " + i + " is not an IP address");
            }
            into.add(new GeneralName(GeneralName.iPAddress, new DEROctetString(bytes)));
        }
    }

    /** The bytes of an address, none if it is none. */
    private static byte[] address(String text) {
        Matcher ipv4 = IPV4.matcher(text);
        if (ipv4.matches()) {
            byte[] bytes = new byte[4];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(ipv4.group(i + 1));
            }
            return bytes;
        }
        if (!IPV6.matcher(text).matches()) {
            return new byte[0];
        }
        try {
            // With a colon in it this is never looked up.
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }
}

package dev.eso4j.template.functions.certificates;

import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The name of a subject as text, its most specific part first. */
final class SubjectText {
    private SubjectText() {}

    static String of(X500Name subject) {
        RDN[] parts = subject.getRDNs();
        RDN[] reversed = new RDN[parts.length];
        for (int i = 0; i < parts.length; i++) {
            reversed[i] = parts[parts.length - 1 - i];
        }
        return BCStyle.INSTANCE.toString(new X500Name(reversed));
    }
}

package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.keys.Certificates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x509.Certificate;

/** Puts certificates in order, from the leaf up to the root; no signature is checked. */
final class CertificateChain {
    private CertificateChain() {}

    /** The leaf, the intermediate ones or the root of the certificates in a PEM text; empty if there is no such one. */
    static String filter(String kind, String pem, Call call) {
        List<Certificate> all = Certificates.ofPem(pem);
        call.budget().steps((long) all.size() * all.size());
        List<Certificate> chain = ordered(all);
        Certificate first = chain.get(0);
        Certificate last = chain.get(chain.size() - 1);
        return switch (kind) {
            case "leaf" -> root(first) ? "" : Certificates.pem(List.of(first));
            case "intermediate" -> Certificates.pem(intermediate(chain));
            case "root" -> root(last) ? Certificates.pem(List.of(last)) : "";
            default -> throw new FunctionException("the kind must be leaf, intermediate or root");
        };
    }

    private static List<Certificate> intermediate(List<Certificate> chain) {
        int end = 1;
        while (end < chain.size() && !root(chain.get(end))) {
            end++;
        }
        return chain.subList(1, end);
    }

    private static boolean root(Certificate certificate) {
        byte[] authority = Certificates.authorityKeyId(certificate);
        return authority.length == 0 || Arrays.equals(authority, Certificates.subjectKeyId(certificate));
    }

    /** The chain from the one that issued none of the others. */
    static List<Certificate> ordered(List<Certificate> certificates) {
        int[] parents = new int[certificates.size()];
        boolean[] issued = new boolean[certificates.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = parent(certificates, i);
            if (parents[i] >= 0) {
                issued[parents[i]] = true;
            }
        }
        int leaf = -1;
        for (int i = 0; i < issued.length; i++) {
            if (!issued[i] && leaf >= 0) {
                throw new FunctionException("found multiple leaf or disjunct certificates");
            }
            leaf = issued[i] ? leaf : i;
        }
        if (leaf < 0) {
            throw new FunctionException("no leaf certificate found");
        }
        List<Certificate> chain = new ArrayList<>();
        for (int at = leaf; at >= 0; at = parents[at]) {
            if (chain.size() == certificates.size()) {
                throw new FunctionException("constructing chain resulted in cycle");
            }
            chain.add(certificates.get(at));
        }
        return chain;
    }

    private static int parent(List<Certificate> certificates, int child) {
        byte[] authority = Certificates.authorityKeyId(certificates.get(child));
        for (int i = 0; i < certificates.size(); i++) {
            if (i != child && Arrays.equals(authority, Certificates.subjectKeyId(certificates.get(i)))) {
                // Two that have no identifiers are not parent and child for that, so names decide.
                if (authority.length > 0
                        || certificates
                                .get(child)
                                .getIssuer()
                                .equals(certificates.get(i).getSubject())) {
                    return i;
                }
            }
        }
        return -1;
    }
}

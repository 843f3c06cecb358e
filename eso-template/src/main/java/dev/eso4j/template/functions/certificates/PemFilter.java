package dev.eso4j.template.functions.certificates;

import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.keys.PemBlock;
import dev.eso4j.template.functions.keys.PemReader;
import dev.eso4j.template.value.Bytes;

/** Picks blocks of PEM by their label. */
final class PemFilter {
    private PemFilter() {}

    /** All blocks with a label, in any case. */
    static String filter(String label, String pem) {
        String wanted = Bytes.decode(label);
        PemReader reader = new PemReader(PemReader.withoutJunkBefore(pem));
        StringBuilder found = new StringBuilder();
        for (PemBlock block = reader.next(); block != null; block = reader.next()) {
            if (Bytes.decode(block.label()).equalsIgnoreCase(wanted)) {
                found.append(block.text());
            }
        }
        if (found.length() == 0 && !reader.rest().isEmpty()) {
            throw new FunctionException("error filtering pem: found junk");
        }
        return found.toString();
    }
}

/** External Secrets' own functions: PEM, chains of certificates, JSON web keys, PKCS#12, decryption. */
@NullMarked
package dev.eso4j.template.functions.certificates;

import org.jspecify.annotations.NullMarked;

/** ExternalSecret: which secrets an application needs and what is made of them. */
@NullMarked
package dev.eso4j.api.externalsecret;

import org.jspecify.annotations.NullMarked;

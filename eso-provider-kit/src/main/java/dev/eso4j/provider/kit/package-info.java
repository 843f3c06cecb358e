/** What providers share: JSON paths and objects, HTTP with TLS, tokens, search filters, push metadata. */
@NullMarked
package dev.eso4j.provider.kit;

import org.jspecify.annotations.NullMarked;

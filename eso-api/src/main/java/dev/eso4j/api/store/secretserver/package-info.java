/** The fields of a store of Delinea Secret Server. */
@NullMarked
package dev.eso4j.api.store.secretserver;

import org.jspecify.annotations.NullMarked;

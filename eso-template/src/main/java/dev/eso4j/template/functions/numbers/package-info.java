/** Sprig's arithmetic: whole numbers of 64 bits, exact decimals, and the ranges that loops run over. */
@NullMarked
package dev.eso4j.template.functions.numbers;

import org.jspecify.annotations.NullMarked;

/** From the text of a template to its tree: lexer, parser, and the nodes of the tree. */
@NullMarked
package dev.eso4j.template.parse;

import org.jspecify.annotations.NullMarked;

/** NTLM version 2, by which servers of Windows domains know their users. */
@NullMarked
package dev.eso4j.provider.builtin.webhook.ntlm;

import org.jspecify.annotations.NullMarked;

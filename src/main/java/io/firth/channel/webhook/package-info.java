/** Any other system, signed: its messages in, our answers out to an address of its own. */
@NullMarked
package io.firth.channel.webhook;

import org.jspecify.annotations.NullMarked;

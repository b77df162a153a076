/** Tells people by itself that their mail has arrived, and never a machine. */
@NullMarked
package io.firth.channel.email.acknowledge;

import org.jspecify.annotations.NullMarked;

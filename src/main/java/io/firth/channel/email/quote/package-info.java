/** What somebody wrote now, told from what was quoted and signed; nothing is ever cut. */
@NullMarked
package io.firth.channel.email.quote;

import org.jspecify.annotations.NullMarked;

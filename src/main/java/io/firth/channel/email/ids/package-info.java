/** Names that we give to conversations and messages in mails, signed so that only we can make them. */
@NullMarked
package io.firth.channel.email.ids;

import org.jspecify.annotations.NullMarked;

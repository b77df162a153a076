/** Mail is fetched by IMAP, folder by folder, and the place in each is kept in the commit of what was fetched. */
@NullMarked
package io.firth.channel.email.mailbox;

import org.jspecify.annotations.NullMarked;

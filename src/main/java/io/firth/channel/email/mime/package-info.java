/** What a mail says: MIME read leniently, into plain records. */
@NullMarked
package io.firth.channel.email.mime;

import org.jspecify.annotations.NullMarked;

/** What the owner of a website has decided for its chat: where it may stand, when somebody answers, what it asks first. */
@NullMarked
package io.firth.channel.chat.site;

import org.jspecify.annotations.NullMarked;

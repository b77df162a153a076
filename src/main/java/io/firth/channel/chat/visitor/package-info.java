/** Who chats: tokens that are made with the first message, identities that a site proves, and whose conversation is whose. */
@NullMarked
package io.firth.channel.chat.visitor;

import org.jspecify.annotations.NullMarked;

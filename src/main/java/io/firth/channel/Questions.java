package io.firth.channel;

import io.firth.conversation.Content;
import java.util.UUID;

/** Puts a question that Firth asks by itself into the words of a mail, with the link by which it is answered. */
public interface Questions {

    /** What a mail says that asks it, in the name of an account; what asks nothing stays as it is. */
    Content asMail(UUID account, Content content);
}

package io.firth.inbox.message;

import io.firth.channel.Account;
import io.firth.channel.Limits;
import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.Recipients;
import io.firth.conversation.Refused;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The account that a message goes out by, and what that carries. */
record Way(Account account, Limits limits) {

    /** RFC 5321 allows more than anybody has; this only keeps what is none from being tried for days. */
    private static final Pattern MAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>,;:\"()]+@[^@\\s\\p{Cntrl}<>,;:\"()]+");

    Address from() {
        return new Address(account.type().word(), account.address(), account.name());
    }

    /** @throws Refused where the channel does not carry it */
    void check(Content content) {
        var length = limits.measure().of(content.text());
        if (length > limits.maxLength()) {
            throw new Refused(
                    "message.too_long",
                    "This message has %d characters; the channel carries %d.".formatted(length, limits.maxLength()));
        }
        if (content.attachments().size() > limits.maxAttachments()) {
            throw new Refused(
                    "message.too_many_files", "The channel carries %d files.".formatted(limits.maxAttachments()));
        }
        for (var file : content.attachments()) {
            if (file.size() > limits.maxAttachmentSize()) {
                throw new Refused(
                        "message.file_too_large",
                        "%s has %d bytes; the channel carries %d."
                                .formatted(file.name(), file.size(), limits.maxAttachmentSize()));
            }
        }
    }

    /** @throws Refused where it cannot go to these */
    void check(Recipients recipients) {
        var all = Stream.of(recipients.to(), recipients.cc(), recipients.bcc())
                .flatMap(List::stream)
                .toList();
        if (!limits.recipients() && all.size() > 1) {
            throw new Refused("recipients.one", "This channel writes to one person at a time.");
        }
        for (var address : all) {
            if (address.kind().equals("email") && !MAIL.matcher(address.value()).matches()) {
                throw new Refused("recipient.malformed", "%s is no address.".formatted(address.value()));
            }
        }
    }
}

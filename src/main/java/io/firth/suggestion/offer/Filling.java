package io.firth.suggestion.offer;

import io.firth.conversation.Conversation;
import io.firth.conversation.Slots;
import io.firth.customer.Contact;
import io.firth.customer.Contacts;
import io.firth.staff.Access;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.firth.suggestion.bank.Offered;
import io.firth.suggestion.offer.Suggestions.Source;
import io.firth.suggestion.offer.Suggestions.Suggestion;
import io.firth.suggestion.redact.Known;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what is known of the customer and the agent into what is offered, and says where it comes from. */
@Singleton
class Filling {

    private final Contacts contacts;
    private final Directory directory;
    private final Sources sources;

    Filling(Contacts contacts, Directory directory, Sources sources) {
        this.contacts = contacts;
        this.directory = directory;
        this.sources = sources;
    }

    /** One for each, in their order. */
    Uni<List<Suggestion>> of(Conversation conversation, Access access, List<Offered> offered) {
        var numbers =
                offered.stream().flatMap(each -> each.conversations().stream()).collect(Collectors.toSet());
        return contacts.find(conversation.place().contact())
                .chain(contact -> sources.of(numbers, access).map(seen -> offered.stream()
                        .map(each -> suggestion(each, values(contact, access), seen))
                        .toList()));
    }

    private static Suggestion suggestion(Offered offered, Map<String, String> values, Map<Long, Source> seen) {
        var text = offered.template().fill(values);
        return new Suggestion(
                offered.answer(),
                text,
                Slots.in(text),
                offered.strength(),
                offered.template().isApproved(),
                offered.times(),
                offered.agents(),
                offered.lastAt(),
                offered.unedited(),
                offered.conversations().stream()
                        .flatMap(number -> Stream.ofNullable(seen.get(number)))
                        .toList());
    }

    private Map<String, String> values(Contact contact, Access access) {
        var me = directory.agent(access.agent()).map(Agent::name).map(List::of).orElse(List.of());
        var identities =
                contact.identities().stream().map(Contact.Identity::value).toList();
        return new Known(contact.name(), identities, me, List.of()).filling();
    }
}

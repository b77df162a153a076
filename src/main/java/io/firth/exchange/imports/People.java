package io.firth.exchange.imports;

import io.firth.conversation.Address;
import io.firth.exchange.imports.Line.Who;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who the people of a line are to us. */
final class People {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 320;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,250}");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{5,14}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_-]{0,30}");

    private final String source;

    People(String source) {
        this.source = source;
    }

    /** Null where the line does not say. */
    @Nullable
    Who from(Fields line) {
        var from = line.object("from", "`customer` or `agent`");
        if (from == null) {
            return null;
        }
        var agent = from.line("agent", LONGEST_ADDRESS);
        var customer = from.line("customer", LONGEST_ADDRESS);
        if (agent != null && customer != null) {
            throw new Unfit("`from` names both a customer and an agent");
        }
        if (agent == null && customer == null) {
            throw new Unfit("`from` names neither a customer nor an agent");
        }
        var name = from.line("name", LONGEST_NAME);
        return agent == null
                ? new Who.Customer(address(String.valueOf(customer), from, name))
                : new Who.Colleague(email(agent, "from.agent"), name);
    }

    /** The customer whom a message went to, where the line says so. */
    @Nullable
    Address to(Fields line) {
        var to = line.object("to", "`customer`");
        return to == null ? null : address(to.required("customer", LONGEST_ADDRESS), to, to.line("name", LONGEST_NAME));
    }

    static String email(String text, String field) {
        if (!EMAIL.matcher(text).matches()) {
            throw new Unfit("`%s` is no e-mail address".formatted(field));
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** By e-mail or telephone the same person as on every channel; else by the source's own id, which means nothing elsewhere. */
    private Address address(String customer, Fields who, @Nullable String name) {
        var kind = who.line("kind", LONGEST_NAME);
        if (kind != null && !KIND.matcher(kind).matches()) {
            throw new Unfit(who.called("kind") + " is no word such as email, phone or bluesky");
        }
        if ("email".equals(kind)) {
            return Address.email(email(customer, who.prefix() + "customer"), name);
        }
        if (kind != null) {
            return new Address(kind, customer, name);
        }
        return EMAIL.matcher(customer).matches()
                ? Address.email(customer.toLowerCase(Locale.ROOT), name)
                : phone(customer)
                        .map(number -> new Address("phone", number, name))
                        .orElseGet(() -> new Address("import:" + source, customer, name));
    }

    private static Optional<String> phone(String text) {
        return Optional.of(text.replaceAll("[\\s()./-]", ""))
                .filter(number -> PHONE.matcher(number).matches());
    }
}

package io.firth.channel.email.send;

import io.firth.channel.Account;
import io.firth.channel.OutcomeUnknown;
import io.firth.channel.Trial;
import io.firth.channel.Undeliverable;
import io.firth.channel.email.server.Line;
import io.firth.channel.email.server.MailServer;
import io.firth.channel.email.server.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Hands a mail to the relay. Either all recipients are taken or none. */
public final class Relay {

    private static final int LONGEST_WORDS = 500;
    private static final String SEND = "send";

    private final MailServer server;
    private final RelayConfig config;

    Relay(MailServer server, RelayConfig config) {
        this.server = server;
        this.config = config;
    }

    /**
     * The one that an account is set up with, else the deployment's; empty where there is neither.
     *
     * @throws io.firth.conversation.Refused where the account's settings are no good
     */
    public static Optional<Relay> of(Account account, RelayConfig config) {
        return MailServer.of(account.settings(), "smtp")
                .or(() -> config.url().map(RelayUrl::server))
                .map(server -> new Relay(server, config));
    }

    /**
     * Blocks until the relay has answered, and gives its words.
     *
     * @param handover is run before the end of the mail is sent; where it fails, the line is cut instead
     * @throws Undeliverable when it refused for good
     * @throws OutcomeUnknown when the mail was handed over and the answer never came
     * @throws IllegalStateException when trying again may help
     */
    public String send(Letter letter, Runnable handover) {
        var session = session();
        try (OneMail transport = new OneMail(session, server, handover)) {
            try {
                connect(transport);
                transport.sendMessage(message(session, letter), addresses(letter.recipients()));
                return words(transport.getLastServerResponse());
            } catch (AddressException impossible) {
                throw new Undeliverable(String.valueOf(impossible.getMessage()));
            } catch (MessagingException failed) {
                throw meaning(failed, transport.handedOver);
            }
        } catch (MessagingException closing) {
            throw new IllegalStateException("The relay closed badly.", closing);
        }
    }

    /** Connects and signs in, and sends nothing. Blocks. */
    public Trial test() {
        try (OneMail transport = new OneMail(session(), server, () -> {})) {
            connect(transport);
            var login = server.login();
            return Trial.passed(
                    SEND,
                    login == null
                            ? "%s answers and asks for no password.".formatted(server)
                            : "Signed in to %s as %s.".formatted(server, login.user()));
        } catch (MessagingException failed) {
            return Trial.failed(SEND, "%s: %s".formatted(server, words(reason(failed))));
        }
    }

    private void connect(OneMail transport) throws MessagingException {
        var login = server.login();
        transport.connect(
                server.host(),
                server.port(),
                login == null ? null : login.user(),
                login == null ? null : login.password());
    }

    private Session session() {
        var properties = server.properties("smtp", config.connect(), config.answer(), new Line());
        var prefix = "mail." + server.protocol("smtp") + ".";
        properties.put(prefix + "writetimeout", String.valueOf(config.answer().toMillis()));
        properties.put(prefix + "sendpartial", "false");
        properties.put(prefix + "quitwait", "false");
        return Session.getInstance(properties);
    }

    /** The innermost cause says what it was: a certificate, a host without an answer. */
    private static @Nullable String reason(Throwable failed) {
        var cause = failed;
        for (int depth = 0; cause.getCause() != null && depth < 10; depth++) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    private static RuntimeException meaning(MessagingException failed, boolean handedOver) {
        List<Answer> answers = Answer.in(failed);
        boolean forGood = !answers.isEmpty() && answers.stream().allMatch(it -> it.code() >= 500);
        if (forGood && !(failed instanceof AuthenticationFailedException)) {
            return new Undeliverable(
                    words(String.join("; ", answers.stream().map(Answer::words).toList())));
        }
        if (handedOver && answers.isEmpty()) {
            return new OutcomeUnknown("The relay had the mail and did not answer.", failed);
        }
        String said = answers.isEmpty()
                ? String.valueOf(failed.getMessage())
                : answers.getFirst().words();
        return new IllegalStateException(words(said), failed);
    }

    private static SMTPMessage message(Session session, Letter letter) throws MessagingException {
        SMTPMessage message = new SMTPMessage(session, new ByteArrayInputStream(letter.bytes()));
        message.setEnvelopeFrom(letter.envelopeSender());
        return message;
    }

    private static InternetAddress[] addresses(List<String> recipients) throws AddressException {
        List<InternetAddress> addresses = new ArrayList<>();
        for (String recipient : recipients) {
            addresses.add(new InternetAddress(recipient, true));
        }
        return addresses.toArray(InternetAddress[]::new);
    }

    private static String words(@Nullable String raw) {
        String words = raw == null ? "" : String.join(" ", raw.strip().split("\\s+"));
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
    }

    /** Notes the moment after which the relay may have the whole mail. */
    private static final class OneMail extends SMTPTransport {
        private final Runnable handover;
        private boolean handedOver;

        private OneMail(Session session, MailServer server, Runnable handover) {
            super(session, null, server.protocol("smtp"), server.security() == Security.TLS);
            this.handover = handover;
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            try {
                handover.run();
            } catch (RuntimeException stopped) {
                throw new IOException("The mail was not to be handed over.", stopped);
            }
            handedOver = true;
            super.finishData();
        }
    }

    /** One answer of the relay that says no. */
    private record Answer(int code, String words) {

        static List<Answer> in(MessagingException failed) {
            List<Answer> answers = new ArrayList<>();
            Exception next = failed;
            for (int depth = 0; next instanceof MessagingException current && depth < 1_000; depth++) {
                add(current, answers);
                next = current.getNextException();
            }
            return answers;
        }

        private static void add(MessagingException failure, List<Answer> answers) {
            switch (failure) {
                case SMTPAddressFailedException it ->
                    add(it.getReturnCode(), it.getAddress() + ": " + it.getMessage(), answers);
                case SMTPSenderFailedException it -> add(it.getReturnCode(), it.getMessage(), answers);
                case SMTPSendFailedException it -> add(it.getReturnCode(), it.getMessage(), answers);
                default -> {}
            }
        }

        private static void add(int code, @Nullable String words, List<Answer> answers) {
            if (code >= 400) {
                answers.add(new Answer(code, String.valueOf(words)));
            }
        }
    }
}

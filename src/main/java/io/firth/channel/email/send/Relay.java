package io.firth.channel.email.send;

import io.firth.channel.OutcomeUnknown;
import io.firth.channel.Undeliverable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Hands a mail to the relay. Either all recipients are taken or none. */
public final class Relay {

    private static final int LONGEST_WORDS = 500;

    private final RelayUrl url;
    private final RelayConfig config;
    private final Session session;

    public Relay(URI url, RelayConfig config) {
        this.url = RelayUrl.of(url);
        this.config = config;
        this.session = Session.getInstance(properties());
    }

    /**
     * Blocks until the relay has answered, and gives its words.
     *
     * @throws Undeliverable when it refused for good
     * @throws OutcomeUnknown when the mail was handed over and the answer never came
     * @throws IllegalStateException when trying again may help
     */
    public String send(Letter letter) {
        try (OneMail transport = new OneMail(session, url.secure())) {
            try {
                transport.connect(url.host(), url.port(), url.user(), url.password());
                transport.sendMessage(message(letter), addresses(letter.recipients()));
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

    private SMTPMessage message(Letter letter) throws MessagingException {
        SMTPMessage message = new SMTPMessage(session, new ByteArrayInputStream(letter.bytes()));
        message.setEnvelopeFrom(
                config.signedSender()
                        ? letter.envelopeSender()
                        : letter.account().address());
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

    private Properties properties() {
        Properties properties = new Properties();
        String connect = String.valueOf(config.connect().toMillis());
        String answer = String.valueOf(config.answer().toMillis());
        for (String protocol : List.of("mail.smtp.", "mail.smtps.")) {
            properties.put(protocol + "connectiontimeout", connect);
            properties.put(protocol + "timeout", answer);
            properties.put(protocol + "writetimeout", answer);
            properties.put(protocol + "auth", String.valueOf(url.user() != null));
            properties.put(protocol + "starttls.enable", String.valueOf(url.startTls() != RelayUrl.StartTls.OFF));
            properties.put(
                    protocol + "starttls.required", String.valueOf(url.startTls() == RelayUrl.StartTls.REQUIRED));
            properties.put(protocol + "ssl.checkserveridentity", "true");
            properties.put(protocol + "sendpartial", "false");
            properties.put(protocol + "quitwait", "false");
        }
        return properties;
    }

    /** Notes the moment after which the relay may have the whole mail. */
    private static final class OneMail extends SMTPTransport {
        private boolean handedOver;

        private OneMail(Session session, boolean secure) {
            super(session, null, secure ? "smtps" : "smtp", secure);
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
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

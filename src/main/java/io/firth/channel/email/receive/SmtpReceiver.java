package io.firth.channel.email.receive;

import io.firth.channel.RawInput;
import io.firth.channel.Vitals;
import io.firth.channel.email.Incoming;
import io.firth.channel.email.mime.Unreadable;
import io.firth.channel.email.spool.Spools;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.home.Home;
import io.firth.http.Rate;
import io.firth.journal.Overloaded;
import io.firth.journal.Stages;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Receives mail by SMTP. Its answer 250 means that the mail is stored for good; whenever that failed, the sender's mail
 * server is told to keep it and to come again. Each connection has a virtual thread of its own.
 */
@Singleton
public class SmtpReceiver {

    private static final Logger LOG = Logger.getLogger(SmtpReceiver.class);

    private final SmtpConfig config;
    private final TlsConfig tls;
    private final Home home;
    private final Incoming incoming;
    private final BiConsumer<UUID, Instant> received;
    private volatile @Nullable SMTPServer server;

    @Inject
    SmtpReceiver(SmtpConfig config, TlsConfig tls, Home home, Incoming incoming, Vitals vitals) {
        this(config, tls, home, incoming, vitals::received);
    }

    /** @param received is told which account got something, and when */
    SmtpReceiver(SmtpConfig config, TlsConfig tls, Home home, Incoming incoming, BiConsumer<UUID, Instant> received) {
        this.config = config;
        this.tls = tls;
        this.home = home;
        this.incoming = incoming;
        this.received = received;
    }

    void start(@Observes @Priority(Stages.CHANNELS) StartupEvent event) {
        if (config.enabled()) {
            start();
        }
    }

    void stop(@Observes @Priority(Stages.CHANNELS_STOP) ShutdownEvent event) {
        stop();
    }

    void start() {
        SMTPServer opened = build();
        opened.start();
        server = opened;
        LOG.infof("Receiving mail at %s:%d", config.host(), opened.getPortAllocated());
    }

    void stop() {
        SMTPServer open = server;
        server = null;
        if (open != null) {
            open.stop();
        }
    }

    /** The port it listens on, 0 where it does not. */
    public int port() {
        SMTPServer open = server;
        return open == null ? 0 : open.getPortAllocated();
    }

    private SMTPServer build() {
        Rate rate = new Rate(config.rate(), System::nanoTime);
        Spools spools =
                new Spools(home.folder().resolve("spool"), config.maxSize().asLongValue());
        String name = home.url().getHost();
        SMTPServer.Builder builder = SMTPServer.port(config.port())
                .bindAddress(address(config.host()))
                .hostName(name == null ? "localhost" : name)
                .softwareName("Firth")
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("smtp-", 0).factory()))
                .maxConnections(config.maxConnections())
                .maxRecipients(config.maxRecipients())
                .maxMessageSize(
                        (int) Math.min(Integer.MAX_VALUE, config.maxSize().asLongValue()))
                .connectionTimeoutMs((int) config.idle().toMillis())
                .fromAddressValidator(address -> address.length() <= 320)
                .messageHandlerFactory(
                        connection -> new Reception(connection, incoming::account, rate, spools, this::keep));
        if (tls.cert().isPresent() && tls.key().isPresent()) {
            builder.enableTLS()
                    .startTlsSocketFactory(
                            Certificates.context(tls.cert().get(), tls.key().get()));
        }
        return builder.build();
    }

    private void keep(RawInput raw) throws RejectException {
        try {
            incoming.take(raw).await().atMost(config.patience());
            received.accept(raw.account(), raw.at());
        } catch (Unreadable | Refused | NotFound impossible) {
            setAside(raw, impossible);
        } catch (Overloaded full) {
            throw new RejectException(452, "4.3.1 Too much is waiting to be written; come again later.");
        } catch (RuntimeException failed) {
            LOG.error("A mail could not be stored; its sender was asked to come again", failed);
            throw new RejectException(451, "4.3.0 The mail could not be stored; come again later.");
        }
    }

    private void setAside(RawInput raw, RuntimeException reason) throws RejectException {
        LOG.warn("A mail could not be taken in and is set aside", reason);
        try {
            incoming.setAside(raw, String.valueOf(reason.getMessage())).await().atMost(config.patience());
        } catch (RuntimeException failed) {
            LOG.error("A mail could not be set aside; its sender was asked to come again", failed);
            throw new RejectException(451, "4.3.0 The mail could not be stored; come again later.");
        }
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException("FIRTH_SMTP_HOST is no address of this machine: " + host, unknown);
        }
    }
}

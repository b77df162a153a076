package io.firth.channel.email.mailbox;

import io.firth.channel.email.server.Line;
import io.firth.channel.email.server.MailServer;
import io.firth.channel.email.server.Security;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.ResyncData;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.util.MailLogger;

/**
 * One connection to an IMAP server, signed in, used by one thread. It only ever reads: folders are opened by EXAMINE and
 * mails fetched by BODY.PEEK, so nothing that a person sees in the mailbox changes. After a failure it is of no more use.
 */
final class ImapConnection implements AutoCloseable {

    private static final int CHUNK = 256 * 1024;

    private final IMAPProtocol protocol;
    private final Line line;
    private boolean heardOfMore;

    private ImapConnection(IMAPProtocol protocol, Line line) {
        this.protocol = protocol;
        this.line = line;
        protocol.addResponseHandler(response -> heardOfMore = heardOfMore || isArrival(response));
    }

    /** Connects and signs in. Fails with the server's words. */
    static ImapConnection open(MailServer server, ImapConfig config, Line line) throws IOException, ProtocolException {
        var protocol = new IMAPProtocol(
                server.protocol("imap"),
                server.host(),
                server.port(),
                server.properties("imap", config.connect(), config.answer(), line),
                server.security() == Security.TLS,
                new MailLogger("io.firth.imap", "IMAP", false, null));
        try {
            begin(protocol, server);
            return new ImapConnection(protocol, line);
        } catch (ProtocolException | RuntimeException refused) {
            line.close();
            throw refused;
        }
    }

    private static void begin(IMAPProtocol protocol, MailServer server) throws ProtocolException {
        if (server.security() == Security.STARTTLS) {
            if (!protocol.hasCapability("STARTTLS")) {
                throw new ProtocolException("The server does not offer STARTTLS.");
            }
            protocol.startTLS();
            protocol.capability();
        }
        signIn(protocol, server);
        protocol.capability();
        if (protocol.hasCapability("ENABLE") && protocol.hasCapability("QRESYNC")) {
            protocol.enable("QRESYNC");
        }
    }

    private static void signIn(IMAPProtocol protocol, MailServer server) throws ProtocolException {
        var login = server.login();
        if (login == null) {
            throw new ProtocolException("No user is set to sign in with.");
        }
        if (protocol.isAuthenticated()) {
            return;
        }
        if (protocol.hasCapability("AUTH=PLAIN")) {
            protocol.authplain(null, login.user(), login.password());
        } else if (protocol.hasCapability("LOGINDISABLED")) {
            throw new ProtocolException("The server takes no password on this line.");
        } else {
            protocol.login(login.user(), login.password());
        }
    }

    /** What the server says that it can, in capital letters. */
    Set<String> capabilities() {
        return new TreeSet<>(protocol.getCapabilities().keySet());
    }

    boolean pushes() {
        return protocol.hasCapability("IDLE");
    }

    /** The folder that the server itself marks as that of sent mail (RFC 6154). */
    Optional<String> sentFolder() throws ProtocolException {
        var special = protocol.hasCapability("SPECIAL-USE") && protocol.hasCapability("LIST-EXTENDED");
        var responses = ask("LIST \"\" \"*\"" + (special ? " RETURN (SPECIAL-USE)" : ""));
        for (var response : responses) {
            if (response instanceof IMAPResponse listed && listed.keyEquals("LIST")) {
                var folder = new ListInfo(listed);
                if (folder.attrs != null && Arrays.stream(folder.attrs).anyMatch("\\Sent"::equalsIgnoreCase)) {
                    return Optional.of(folder.name);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Opens a folder. Where the server can, it is told what was heard before, so that one answer settles whether anything
     * happened meanwhile (RFC 7162, 3.2.5). Flags and removals of mails in the mailbox mean nothing to us and are passed over.
     */
    Opened examine(String folder, Optional<Checkpoint> known) throws ProtocolException {
        var heard = known.filter(point -> point.modSeq() > 0 && protocol.isEnabled("QRESYNC"))
                .map(point -> new ResyncData(point.uidValidity(), point.modSeq()));
        var info = protocol.examine(folder, heard.orElse(null));
        if (info.uidvalidity <= 0) {
            throw new ProtocolException("The server gives the folder %s no UIDVALIDITY.".formatted(folder));
        }
        return new Opened(
                folder, info.uidvalidity, Math.max(0, info.uidnext), Math.max(0, info.highestmodseq), info.total);
    }

    /** The UIDs above {@code last}, ascending. {@code n:*} gives the last mail even where it is below n (RFC 3501, 9). */
    List<Long> uidsAfter(long last) throws ProtocolException {
        heardOfMore = false;
        return LongStream.of(protocol.fetchSequenceNumbers(last + 1, jakarta.mail.UIDFolder.LASTUID))
                .filter(uid -> uid > last)
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    /** Those of these mails that are still there, in the order of their UIDs. */
    List<Listed> list(List<Long> uids) throws ProtocolException {
        var set = uids.stream().map(String::valueOf).collect(Collectors.joining(","));
        var listed = new ArrayList<Listed>();
        for (var response : ask("UID FETCH " + set + " (UID RFC822.SIZE INTERNALDATE)")) {
            if (response instanceof FetchResponse fetched) {
                listed(fetched).ifPresent(listed::add);
            }
        }
        listed.sort((one, other) -> Long.compare(one.uid(), other.uid()));
        return listed;
    }

    private static Optional<Listed> listed(FetchResponse fetched) {
        var uid = fetched.getItem(UID.class);
        var size = fetched.getItem(RFC822SIZE.class);
        var date = fetched.getItem(INTERNALDATE.class);
        if (uid == null || size == null) {
            return Optional.empty();
        }
        var received = Optional.ofNullable(date)
                .map(INTERNALDATE::getDate)
                .map(Date::toInstant)
                .orElseGet(Instant::now);
        return Optional.of(new Listed(uid.uid, size.size, received));
    }

    /** A mail's bytes, in pieces as they are read. Ends at once where the mail is gone. */
    InputStream mail(long uid) {
        return new PieceByPiece(from -> piece(uid, "", from, CHUNK), CHUNK);
    }

    /** A mail's header fields, or their beginning where there are very many. */
    byte[] header(long uid) throws IOException {
        return piece(uid, "HEADER", 0, CHUNK);
    }

    private byte[] piece(long uid, String section, long from, int length) throws IOException {
        try {
            for (var response : ask("UID FETCH %d (UID BODY.PEEK[%s]<%d.%d>)".formatted(uid, section, from, length))) {
                if (response instanceof FetchResponse fetched && isOf(fetched, uid)) {
                    var body = fetched.getItem(BODY.class);
                    var bytes = body == null ? null : body.getByteArrayInputStream();
                    if (bytes != null) {
                        return bytes.readAllBytes();
                    }
                }
            }
            return new byte[0];
        } catch (ProtocolException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }

    private static boolean isOf(FetchResponse fetched, long uid) {
        var named = fetched.getItem(UID.class);
        return named != null && named.uid == uid;
    }

    /**
     * Whether the server has told of mail since {@link #uidsAfter} was last asked. It tells once, at the end of whatever it was
     * asked for, and not again in IDLE.
     */
    boolean hasHeardOfMore() {
        return heardOfMore;
    }

    /** Waits until a mail comes, or as long as told. */
    void idle(Duration longest) throws ProtocolException {
        long end = System.nanoTime() + longest.toNanos();
        protocol.idleStart();
        boolean ended = false;
        while (true) {
            var response = protocol.readIdleResponse();
            if (!isSilence(response)) {
                if (!protocol.processIdleResponse(response)) {
                    return;
                }
            } else if (ended) {
                throw new ConnectionException("The server does not end IDLE.");
            }
            if (!ended && (isArrival(response) || System.nanoTime() > end)) {
                protocol.idleAbort();
                ended = true;
            }
        }
    }

    private static boolean isSilence(Response response) {
        return response.isSynthetic()
                && response.getException() instanceof SocketTimeoutException waited
                && waited.bytesTransferred == 0;
    }

    private static boolean isArrival(Response response) {
        return response instanceof IMAPResponse untagged && untagged.keyEquals("EXISTS");
    }

    /** Lets the server tell what is new, where it does not by itself. */
    void noop() throws ProtocolException {
        protocol.noop();
    }

    private Response[] ask(String command) throws ProtocolException {
        var responses = protocol.command(command, null);
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }

    /** Says good-bye where the server still listens. */
    @Override
    public void close() throws IOException {
        try {
            protocol.logout();
        } catch (ProtocolException gone) {
            java.util.logging.Logger.getLogger("io.firth.imap")
                    .log(Level.FINE, "The server was gone before the good-bye", gone);
        } finally {
            line.close();
        }
    }

    /** For people: the words of what a server is able to do that matter here. */
    String abilities() {
        var words = List.of("IDLE", "CONDSTORE", "QRESYNC", "SPECIAL-USE", "UIDPLUS");
        var able = words.stream().filter(protocol::hasCapability).collect(Collectors.joining(", "));
        return able.isEmpty() ? "none of the extensions that help" : able.toUpperCase(Locale.ROOT);
    }
}

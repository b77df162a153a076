package io.firth.channel.email.receive;

import io.firth.channel.Account;
import io.firth.channel.ChannelType;
import io.firth.channel.RawInput;
import io.firth.channel.email.spool.Crowded;
import io.firth.channel.email.spool.Spools;
import io.firth.channel.email.spool.TooLarge;
import io.firth.http.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One mail being received. It lives on its connection's own thread. */
final class Reception implements MessageHandler {

    private static final int MOST_STRANGERS = 50;

    private final MessageContext connection;
    private final Function<String, Optional<Account>> accounts;
    private final Rate rate;
    private final Spools spools;
    private final Handover handover;

    private final List<String> recipients = new ArrayList<>();
    private String sender = "";
    private @Nullable Account account;
    private int strangers;

    Reception(
            MessageContext connection,
            Function<String, Optional<Account>> accounts,
            Rate rate,
            Spools spools,
            Handover handover) {
        this.connection = connection;
        this.accounts = accounts;
        this.rate = rate;
        this.spools = spools;
        this.handover = handover;
    }

    /** Gives a whole mail to whoever keeps it. Returns when it is kept; refuses with the answer its sender is to get. */
    interface Handover {
        void accept(RawInput raw) throws RejectException;
    }

    @Override
    public void from(String address) throws RejectException {
        String client = connection.getRemoteAddress() instanceof InetSocketAddress socket
                ? socket.getAddress().getHostAddress()
                : "";
        if (!rate.mayGo(client)) {
            throw new RejectException(450, "4.7.1 Too many mails in a minute; come again later.");
        }
        sender = address;
    }

    @Override
    public void recipient(String address) throws RejectException {
        Account found = accounts.apply(address).orElseThrow(() -> unknown(address));
        if (found.state() != Account.State.ACTIVE) {
            throw new RejectException(450, "4.2.1 <" + address + "> takes in nothing now; come again later.");
        }
        if (account == null) {
            account = found;
        }
        recipients.add(address);
    }

    private RejectException unknown(String address) {
        return ++strangers > MOST_STRANGERS
                ? new DropConnectionException(421, "4.7.0 Too many unknown recipients.")
                : new RejectException(550, "5.1.1 <" + address + "> is not an address of this place.");
    }

    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
        Account to = account;
        if (to == null) {
            throw new RejectException(503, "5.5.1 There is no recipient yet.");
        }
        try (Spools.Spool spool = spools.read(data)) {
            handover.accept(new RawInput(
                    ChannelType.EMAIL, to.id(), Instant.now(), sender, List.copyOf(recipients), spool.bytes()));
            return "2.0.0 Kept.";
        } catch (TooLarge refused) {
            if (refused.isEndless()) {
                throw new DropConnectionException(552, "5.3.4 " + refused.getMessage());
            }
            throw refusal(new RejectException(552, "5.3.4 " + refused.getMessage()));
        } catch (Crowded refused) {
            throw refusal(new RejectException(452, "4.3.1 " + refused.getMessage()));
        } catch (RejectException refused) {
            throw refusal(refused);
        }
    }

    private RejectException refusal(RejectException refused) {
        endTransaction();
        return refused;
    }

    /** The library leaves the transaction open after a refusal, so that the client's next MAIL would be out of order. */
    private void endTransaction() {
        if (connection instanceof Session session) {
            session.resetMailTransaction();
        }
    }

    @Override
    public void done() {}
}

package io.firth.channel.bluesky;

import io.firth.channel.Account;
import io.firth.channel.Intake;
import io.firth.channel.bluesky.xrpc.Network;
import io.firth.channel.bluesky.xrpc.Session;
import io.firth.channel.bluesky.xrpc.Session.Login;
import io.firth.http.egress.Egress;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts as they are signed in: watching and answering share a session, as long as the settings stay. */
@Singleton
class Lines {

    private final Egress egress;
    private final Entrance entrance;
    private final Archive archive;
    private final Incoming incoming;
    private final Map<UUID, SignedIn> signedIn = new ConcurrentHashMap<>();

    private record SignedIn(Login login, Network network) {}

    Lines(Egress egress, Intake intake, Archive archive, Incoming incoming) {
        this.egress = egress;
        this.entrance = Entrance.of(intake);
        this.archive = archive;
        this.incoming = incoming;
    }

    Line of(Account account) {
        var login = Logins.of(account.settings());
        var now = signedIn.compute(
                account.id(), (id, before) -> before != null && before.login().equals(login) ? before : signIn(login));
        return new Line(account, now.network(), entrance, archive, incoming);
    }

    /** The same for somebody who only tries it out. */
    Network tried(Account account) {
        return signIn(Logins.of(account.settings())).network();
    }

    /** Nothing is sent yet: that happens at the first call. */
    private SignedIn signIn(Login login) {
        return new SignedIn(login, new Network(new Session(egress, login)));
    }
}

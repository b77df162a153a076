package io.firth.channel.email;

import io.firth.channel.Accepted;
import io.firth.channel.Account;
import io.firth.channel.ChannelType;
import io.firth.channel.RawInput;
import io.firth.channel.Settings;
import io.firth.channel.email.ids.SignedIds;
import io.firth.conversation.Inbound;
import io.firth.home.Home;
import io.firth.home.Homes;
import io.firth.journal.Cursor;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The mail room without the rest of the house: what it would have handed over is kept in lists. */
public final class Desk implements Entrance {

    public static final Account SUPPORT = new Account(
            UUID.fromString("0193a0c4-0000-7000-8000-000000000001"),
            ChannelType.EMAIL,
            "Acme Support",
            "support@acme.test",
            List.of("support@acme.test", "help@acme.test"),
            Account.State.ACTIVE,
            Settings.NONE);

    public final Home home;
    public final SignedIds ids;
    public final Incoming incoming;
    public final List<Inbound> taken = new CopyOnWriteArrayList<>();
    public final List<RawInput> raws = new CopyOnWriteArrayList<>();
    public final List<String> setAside = new CopyOnWriteArrayList<>();
    private volatile Supplier<Uni<Accepted>> answer =
            () -> Uni.createFrom().item(new Accepted(UUID.randomUUID(), false));

    public Desk(Path folder) {
        this.home = Homes.in(folder);
        this.ids = new SignedIds(home);
        this.incoming =
                new Incoming(this, () -> List.of(SUPPORT), new Attachments(Homes.files(home)), ids, new LoopGuard());
    }

    public void answers(Supplier<Uni<Accepted>> answer) {
        this.answer = answer;
    }

    @Override
    public Uni<Accepted> accept(Inbound inbound, RawInput raw, @Nullable Cursor cursor) {
        return answer.get().invoke(() -> {
            taken.add(inbound);
            raws.add(raw);
        });
    }

    @Override
    public Uni<Accepted> setAside(RawInput raw, String reason, @Nullable Cursor cursor) {
        return answer.get().invoke(() -> setAside.add(reason));
    }
}

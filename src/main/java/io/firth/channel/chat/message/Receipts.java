package io.firth.channel.chat.message;

import io.firth.channel.ChannelType;
import io.firth.channel.Intake;
import io.firth.channel.RawInput;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Inbound.Receipt;
import io.firth.conversation.Inbound.Target;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Tells the journal up to where our messages have arrived, or were read. */
@Singleton
public class Receipts {

    private final Intake intake;

    Receipts(Intake intake) {
        this.intake = intake;
    }

    public Uni<Void> upTo(UUID account, UUID conversation, int seq, DeliveryState state) {
        var word = "%s %s %d".formatted(state.name().toLowerCase(Locale.ROOT), conversation, seq);
        var now = Instant.now();
        var receipt = new Receipt(account, List.of(word), now, new Target.UpTo(conversation, seq), state, null);
        var raw = new RawInput(
                ChannelType.CHAT,
                account,
                now,
                conversation.toString(),
                List.of(),
                word.getBytes(StandardCharsets.UTF_8));
        return intake.accept(receipt, raw).replaceWithVoid();
    }
}

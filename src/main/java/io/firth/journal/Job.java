package io.firth.journal;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work and who waits for it.
 *
 * @param context where the sender is answered; without one, on the writer's own
 */
record Job(
        Work work,
        UniEmitter<? super Written> sender,
        @Nullable Context context) {

    void answer(Consumer<UniEmitter<? super Written>> answer) {
        if (context == null) {
            answer.accept(sender);
        } else {
            context.runOnContext(ignored -> answer.accept(sender));
        }
    }
}

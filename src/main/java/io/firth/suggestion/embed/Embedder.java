package io.firth.suggestion.embed;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Tells what texts mean, by a model. */
public interface Embedder {

    /** Stands beside every embedding that is kept: those of two models cannot be compared. */
    Model model();

    /**
     * One for each text, in their order. A text may be of any length: what the model cannot read at once is read in parts. It is up to
     * the caller to take away what nobody means, such as quotes and signatures, and to leave out what is too long to be worth it: a part
     * takes up to a few tenths of a second.
     *
     * <p>Nothing happens before it is subscribed to. Completes on the Vert.x context of the subscriber where there is one, else on a
     * thread that the next text waits for. Cancelling it leaves out what was not begun. Fails as a whole where the model cannot be used,
     * and with a {@link java.util.concurrent.CancellationException} once the product stops.
     */
    Uni<List<Embedded>> embed(List<String> texts, Lane lane);
}

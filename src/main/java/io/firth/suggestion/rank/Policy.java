package io.firth.suggestion.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an answer may be given without anybody's help: from which likelihood on, learned from decisions whose outcome is known.
 *
 * @param least the smallest likelihood at which the answers given so far were right often enough, with confidence
 */
public record Policy(Calibrator calibrator, double least) {

    /** One-sided, 90 %. */
    private static final double Z = 1.2815515655446004;

    /**
     * A decision whose outcome is known.
     *
     * @param answer the right one; null where none of those known is
     */
    public record Known(
            Embedding question,
            List<String> words,
            @Nullable String answer) {}

    /** What the policy would do. */
    public record Decision(String answer, double likely, boolean gives) {}

    private record Judged(double likely, boolean right, double weight) {}

    /**
     * @param outside what part of the questions has no known answer where it is to be used; those among the decisions are weighted to it
     * @param precision what part of the answers given is to be right; the bound under it lies that far above, as {@code margin} says
     * @throws IllegalArgumentException where the decisions do not tell right from wrong
     */
    public static Policy learn(Ranker ranker, List<Known> decisions, double outside, double precision, double margin) {
        long strangers =
                decisions.stream().filter(each -> each.answer() == null).count();
        double own = (1 - outside) * decisions.size() / Math.max(1, decisions.size() - strangers);
        double foreign = strangers == 0 ? 0 : outside * decisions.size() / strangers;
        var examples = new ArrayList<Calibrator.Example>();
        for (var decision : decisions) {
            var signals = Signals.of(ranker.look(decision.question(), decision.words()));
            examples.add(new Calibrator.Example(
                    signals, signals.answer().equals(decision.answer()), decision.answer() == null ? foreign : own));
        }
        var calibrator = new Calibrator(examples);
        var judged = examples.stream()
                .map(each -> new Judged(calibrator.likely(each.signals()), each.right(), each.weight()))
                .sorted(Comparator.comparingDouble(Judged::likely).reversed())
                .toList();
        return new Policy(calibrator, least(judged, precision + margin));
    }

    /** Above one where nothing is safe enough. */
    private static double least(List<Judged> judged, double precision) {
        double least = 2;
        double given = 0;
        double right = 0;
        double squares = 0;
        for (int i = 0; i < judged.size(); i++) {
            var each = judged.get(i);
            given += each.weight();
            squares += each.weight() * each.weight();
            right += each.right() ? each.weight() : 0;
            boolean isLastOfEquals = i + 1 == judged.size() || judged.get(i + 1).likely() < each.likely();
            if (isLastOfEquals && bound(right / given, given * given / squares) >= precision) {
                least = each.likely();
            }
        }
        return least;
    }

    /** Under the share (Wilson 1927), of as many as weights like these are worth (Kish 1965). */
    private static double bound(double share, double n) {
        double z2 = Z * Z;
        double middle = share + z2 / (2 * n);
        double spread = Z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
        return (middle - spread) / (1 + z2 / n);
    }

    public Decision decide(Ranker ranker, Embedding question, List<String> words) {
        var signals = Signals.of(ranker.look(question, words));
        double likely = calibrator.likely(signals);
        return new Decision(signals.answer(), likely, likely >= least);
    }
}

package io.firth.inbox.search;

import io.firth.conversation.Category;
import java.time.LocalDate;
import java.util.List;

/** One thing that a search asks for. */
sealed interface Wish {

    /**
     * Words one after the other.
     *
     * @param words folded; never empty
     * @param written the same as it was written, folded, with its punctuation
     * @param whole whether the last word has to be a whole one, not only the beginning of one
     */
    record Text(List<String> words, String written, boolean whole) implements Wish {

        public Text {
            words = List.copyOf(words);
        }
    }

    /** Messages by somebody of this name or address, or a part of it. */
    record From(String who) implements Wish {}

    record Tagged(String label) implements Wish {}

    /** Conversations of an account of this name or address, or of accounts of this channel. */
    record Inbox(String name) implements Wish {}

    /** Messages before this day began. */
    record Before(LocalDate day) implements Wish {}

    /** Messages of this day or a later one. */
    record After(LocalDate day) implements Wish {}

    record WithFile() implements Wish {}

    record Is(Category category) implements Wish {}

    /** @param who {@code me}, {@code none}, or a part of a name */
    record Assignee(String who) implements Wish {}

    /** Whether it is about single messages; the others are about whole conversations. */
    default boolean isOfMessage() {
        return switch (this) {
            case Text text -> true;
            case From from -> true;
            case Before before -> true;
            case After after -> true;
            case WithFile file -> true;
            case Tagged tagged -> false;
            case Inbox inbox -> false;
            case Is is -> false;
            case Assignee assignee -> false;
        };
    }
}

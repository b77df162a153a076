package io.firth.conversation;

import java.util.Locale;

/**
 * A status of a conversation.
 *
 * @param id a short lasting name ({@code open}, {@code waiting-for-parts}); its display name is free and kept elsewhere
 * @param category what it means to lists, figures and rules
 */
public record Status(String id, Category category) {

    public static final Status OPEN = of(Category.OPEN);

    /** The status that every deployment has in this category; its id is the category's name in lower case. */
    public static Status of(Category category) {
        return new Status(category.name().toLowerCase(Locale.ROOT), category);
    }
}

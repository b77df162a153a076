/** The text of a post: its length in graphemes, its facets in bytes of UTF-8, its key. */
@NullMarked
package io.firth.channel.bluesky.post;

import org.jspecify.annotations.NullMarked;

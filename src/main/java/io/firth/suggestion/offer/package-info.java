/** Replies that are offered to an agent, and what becomes of them. */
@NullMarked
package io.firth.suggestion.offer;

import org.jspecify.annotations.NullMarked;

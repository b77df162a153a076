/** Keeps facts, and what they add up to, in step with the journal, exactly once in effect; and makes them anew from it. */
@NullMarked
package io.firth.metrics.projection;

import org.jspecify.annotations.NullMarked;

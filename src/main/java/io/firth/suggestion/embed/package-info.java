/**
 * What a text means, as points that a model in this process gives it.
 *
 * <p>Models run on two threads of their own, never on those that take messages in. Nothing is loaded before the first text is asked for.
 */
@NullMarked
package io.firth.suggestion.embed;

import org.jspecify.annotations.NullMarked;

/** What a conversation's interactions come to in figures: a fold without framework, the same however often it is run. */
@NullMarked
package io.firth.metrics.fact;

import org.jspecify.annotations.NullMarked;

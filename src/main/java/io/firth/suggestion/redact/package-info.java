/** Turns what agents wrote to one customer into templates that tell the next one nothing of the first: pure work on text. */
@NullMarked
package io.firth.suggestion.redact;

import org.jspecify.annotations.NullMarked;

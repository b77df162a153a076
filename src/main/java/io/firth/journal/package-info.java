/** What happened, in order: the one place that writes it, reads it back and follows it. */
@NullMarked
package io.firth.journal;

import org.jspecify.annotations.NullMarked;

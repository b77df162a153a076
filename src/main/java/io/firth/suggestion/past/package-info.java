/** The answers of the past that suggestions are made from. */
@NullMarked
package io.firth.suggestion.past;

import org.jspecify.annotations.NullMarked;

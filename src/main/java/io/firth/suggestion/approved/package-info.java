/** Answers that supervisors have read and allowed to be offered, with the questions that ask for them. */
@NullMarked
package io.firth.suggestion.approved;

import org.jspecify.annotations.NullMarked;

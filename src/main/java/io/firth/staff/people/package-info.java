/** The agents themselves: who they are, how they come in, sign in and leave. */
@NullMarked
package io.firth.staff.people;

import org.jspecify.annotations.NullMarked;

/** Agents, teams, roles, sign-in, API keys and the one access predicate. */
@NullMarked
package io.firth.staff;

import org.jspecify.annotations.NullMarked;

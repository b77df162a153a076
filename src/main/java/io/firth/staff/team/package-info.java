/** Teams, their members and what only they see. */
@NullMarked
package io.firth.staff.team;

import org.jspecify.annotations.NullMarked;

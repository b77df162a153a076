/** What agents see and do: lists, views, reply, assign, snooze, labels, statuses. */
@NullMarked
package io.firth.inbox;

import org.jspecify.annotations.NullMarked;

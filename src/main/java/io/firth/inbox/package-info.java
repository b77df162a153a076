/** What agents see and do: lists, views, search, reply, assign, snooze, merge, drafts. */
@NullMarked
package io.firth.inbox;

import org.jspecify.annotations.NullMarked;

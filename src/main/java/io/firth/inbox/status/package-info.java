/** The statuses that a deployment gives its conversations. */
@NullMarked
package io.firth.inbox.status;

import org.jspecify.annotations.NullMarked;

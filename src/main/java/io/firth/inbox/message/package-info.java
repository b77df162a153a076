/** What agents write to customers and to each other: replies, forwards, notes, and conversations that we begin. */
@NullMarked
package io.firth.inbox.message;

import org.jspecify.annotations.NullMarked;

/** Bluesky: mentions, replies and quotes in by the account's notifications; replies out under record keys of our own. */
@NullMarked
package io.firth.channel.bluesky;

import org.jspecify.annotations.NullMarked;

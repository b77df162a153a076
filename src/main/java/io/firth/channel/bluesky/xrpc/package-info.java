/** The AT Protocol over HTTP: one account signed in, its calls, and what they answer. */
@NullMarked
package io.firth.channel.bluesky.xrpc;

import org.jspecify.annotations.NullMarked;

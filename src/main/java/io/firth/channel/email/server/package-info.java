/** The mail servers that an account is set up with, and lines to them that nobody else can read. */
@NullMarked
package io.firth.channel.email.server;

import org.jspecify.annotations.NullMarked;

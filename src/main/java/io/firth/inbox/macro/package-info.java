/** Texts that are written once and used often, with what shall happen when they are sent. */
@NullMarked
package io.firth.inbox.macro;

import org.jspecify.annotations.NullMarked;

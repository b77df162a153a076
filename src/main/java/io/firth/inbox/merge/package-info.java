/** Two conversations that are one, and one that is two again. */
@NullMarked
package io.firth.inbox.merge;

import org.jspecify.annotations.NullMarked;

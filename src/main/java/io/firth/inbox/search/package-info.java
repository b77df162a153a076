/** Finding conversations by words, people and properties, over all time. */
@NullMarked
package io.firth.inbox.search;

import org.jspecify.annotations.NullMarked;

/** Replies offered to the agent, from what agents answered before. */
@NullMarked
package io.firth.suggestion;

import org.jspecify.annotations.NullMarked;

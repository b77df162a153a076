/** What agents answered in the past, found in conversations that ended well. */
@NullMarked
package io.firth.suggestion.mine;

import org.jspecify.annotations.NullMarked;

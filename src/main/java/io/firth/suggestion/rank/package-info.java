/** Which answer a question asks for, by the questions of the past: pure arithmetic on embeddings and words. */
@NullMarked
package io.firth.suggestion.rank;

import org.jspecify.annotations.NullMarked;

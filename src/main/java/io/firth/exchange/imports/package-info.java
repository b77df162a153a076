/** Takes in the history of another system: a file of lines, staged, checked and told to the journal. */
@NullMarked
package io.firth.exchange.imports;

import org.jspecify.annotations.NullMarked;

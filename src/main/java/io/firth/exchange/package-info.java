/** What comes from other systems: their history, told line by line. */
@NullMarked
package io.firth.exchange;

import org.jspecify.annotations.NullMarked;

/** Where customers write: one folder per channel, one interface. */
@NullMarked
package io.firth.channel;

import org.jspecify.annotations.NullMarked;

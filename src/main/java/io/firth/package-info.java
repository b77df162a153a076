/** A reactive omnichannel unified inbox. */
@NullMarked
package io.firth;

import org.jspecify.annotations.NullMarked;

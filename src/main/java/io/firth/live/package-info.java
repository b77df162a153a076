/** The stream to every open browser. */
@NullMarked
package io.firth.live;

import org.jspecify.annotations.NullMarked;

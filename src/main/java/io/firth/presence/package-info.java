/** Who looks at what and who is typing: collisions seen before they happen. */
@NullMarked
package io.firth.presence;

import org.jspecify.annotations.NullMarked;

/** Files that agents have handed over and not sent yet. */
@NullMarked
package io.firth.inbox.upload;

import org.jspecify.annotations.NullMarked;

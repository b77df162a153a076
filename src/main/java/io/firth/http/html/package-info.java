/** HTML that strangers wrote: made safe to show, and read as plain text. */
@NullMarked
package io.firth.http.html;

import org.jspecify.annotations.NullMarked;

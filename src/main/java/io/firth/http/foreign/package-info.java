/** What came from outside: made fit to keep, known by its bytes, and handed out so that it cannot act. */
@NullMarked
package io.firth.http.foreign;

import org.jspecify.annotations.NullMarked;

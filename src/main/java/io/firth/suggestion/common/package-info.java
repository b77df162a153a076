/** What is asked again and again, for whoever may approve an answer to it. */
@NullMarked
package io.firth.suggestion.common;

import org.jspecify.annotations.NullMarked;

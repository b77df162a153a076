/** What all endpoints share: problems, JSON, headers. */
@NullMarked
package io.firth.http;

import org.jspecify.annotations.NullMarked;

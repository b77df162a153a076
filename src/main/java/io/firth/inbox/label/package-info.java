/** The labels that are offered. */
@NullMarked
package io.firth.inbox.label;

import org.jspecify.annotations.NullMarked;

/** The one registry of what every figure means. */
@NullMarked
package io.firth.metrics.definition;

import org.jspecify.annotations.NullMarked;

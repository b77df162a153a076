/** What the figures are and what they are made of: one registry, facts, boards and reports. */
@NullMarked
package io.firth.metrics;

import org.jspecify.annotations.NullMarked;

/** What the figures are, what they are made of, and where they are shown: one registry, intervals, boards and reports. */
@NullMarked
package io.firth.metrics;

import org.jspecify.annotations.NullMarked;

/** Figures of a period: read from what was added up, compared with the period before, and opened down to what is behind them. */
@NullMarked
package io.firth.metrics.report;

import org.jspecify.annotations.NullMarked;

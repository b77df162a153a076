/** The one client for addresses that people typed: it goes nowhere inside, and only where it looked. */
@NullMarked
package io.firth.http.egress;

import org.jspecify.annotations.NullMarked;

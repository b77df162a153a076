/** What is known of the answers of one account, in memory: which question asks for which, and how each is put. */
@NullMarked
package io.firth.suggestion.bank;

import org.jspecify.annotations.NullMarked;

/** Contacts and their identities on every channel. */
@NullMarked
package io.firth.customer;

import org.jspecify.annotations.NullMarked;

/** What signing in is made of: passwords, sessions and patience with wrong ones. */
@NullMarked
package io.firth.staff.signin;

import org.jspecify.annotations.NullMarked;

/** Keys for programs that use the API. */
@NullMarked
package io.firth.staff.key;

import org.jspecify.annotations.NullMarked;

/** What was changed about staff, when and by whom. */
@NullMarked
package io.firth.staff.audit;

import org.jspecify.annotations.NullMarked;

/** Whom to ask how they were served, and when. */
@NullMarked
package io.firth.survey.ask;

import org.jspecify.annotations.NullMarked;

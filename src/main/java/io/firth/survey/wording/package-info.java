/** The words of the questions, in every language that the widget speaks. */
@NullMarked
package io.firth.survey.wording;

import org.jspecify.annotations.NullMarked;

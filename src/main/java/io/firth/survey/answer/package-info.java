/** What customers answer: by the link of a mail, or where their channel shows the question. */
@NullMarked
package io.firth.survey.answer;

import org.jspecify.annotations.NullMarked;

/** Asks customers how satisfied they are with how they were served, and takes in what they say. */
@NullMarked
package io.firth.survey;

import org.jspecify.annotations.NullMarked;

package io.firth.suggestion.rank;

/**
 * A question of the past that is like the one asked.
 *
 * @param place among those of the past, from 0
 * @param likeness the more the more alike; by what measure, whoever found it says
 */
record Found(int place, double likeness) {}

/** The folder a deployment lives in: its lock, its key, its files and its embedded PostgreSQL. */
@NullMarked
package io.firth.home;

import org.jspecify.annotations.NullMarked;

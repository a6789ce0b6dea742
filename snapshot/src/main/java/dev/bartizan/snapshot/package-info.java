/** Reads and writes a platform and its facts as {@code assessment.json} and compares two of them. */
@NullMarked
package dev.bartizan.snapshot;

import org.jspecify.annotations.NullMarked;

/**
 * Reads and writes a platform and its facts as {@code assessment.json} and compares two of them.
 * Start from {@link dev.bartizan.snapshot.SnapshotFile}.
 */
@NullMarked
package dev.bartizan.snapshot;

import org.jspecify.annotations.NullMarked;

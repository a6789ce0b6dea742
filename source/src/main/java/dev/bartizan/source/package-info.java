/**
 * Reads YAML and JSON into immutable trees in which every value knows its file, line and column, and in which secrets are already replaced.
 * Start from {@code SourceReader}.
 */
@NullMarked
package dev.bartizan.source;

import org.jspecify.annotations.NullMarked;

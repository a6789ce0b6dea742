/**
 * Trees of JSON as values: compared, changed and written, as JSON and as YAML.
 * Start from {@code Json}.
 */
@NullMarked
package dev.bartizan.exchange.tree;

import org.jspecify.annotations.NullMarked;

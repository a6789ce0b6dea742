/**
 * Models of Threagile, in YAML.
 * Start from {@code Threagile}.
 */
@NullMarked
package dev.bartizan.exchange.threagile;

import org.jspecify.annotations.NullMarked;

/** Shortest ways through a graph of attack steps, and the fixes that cut all of them. Start from {@link dev.bartizan.threats.paths.AttackGraph}. */
@NullMarked
package dev.bartizan.threats.paths;

import org.jspecify.annotations.NullMarked;

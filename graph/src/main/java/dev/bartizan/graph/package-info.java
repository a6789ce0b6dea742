/**
 * The system graph and the words every analysis shares: assets, links, truth, findings, facts.
 * Start from {@link dev.bartizan.graph.Snapshot}.
 */
@NullMarked
package dev.bartizan.graph;

import org.jspecify.annotations.NullMarked;

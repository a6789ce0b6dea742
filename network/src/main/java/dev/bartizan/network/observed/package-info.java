/**
 * Connections that were observed, as files tell them. Start from {@link dev.bartizan.network.observed.FlowFile}.
 */
@NullMarked
package dev.bartizan.network.observed;

import org.jspecify.annotations.NullMarked;

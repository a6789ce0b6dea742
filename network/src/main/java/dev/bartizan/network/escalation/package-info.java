/** Finds who could make a connection pass that does not pass today, by one or two calls to the API server. Start from {@link dev.bartizan.network.escalation.Escalations}. */
@NullMarked
package dev.bartizan.network.escalation;

import org.jspecify.annotations.NullMarked;

/**
 * How much may be lost in a year: exact curves of independent scenarios, simulation of those that hang together. Start from {@link dev.bartizan.risk.loss.LossCurve}.
 *
 * <p>Amounts are doubles in the one currency of the assessment; {@link dev.bartizan.risk.loss.Money} guards the edge where currencies could be mixed.
 */
@NullMarked
package dev.bartizan.risk.loss;

import org.jspecify.annotations.NullMarked;

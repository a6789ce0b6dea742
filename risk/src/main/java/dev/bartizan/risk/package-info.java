/**
 * What risks are worth and what is done about them first. Start from {@link dev.bartizan.risk.Estimate}, which reads what people know into distributions; curves of losses are made of them by
 * {@link dev.bartizan.risk.loss.LossCurve}.
 */
@NullMarked
package dev.bartizan.risk;

import org.jspecify.annotations.NullMarked;

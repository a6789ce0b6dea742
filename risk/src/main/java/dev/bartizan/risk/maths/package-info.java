/**
 * Functions of probability, transforms and random numbers whose results are the same to the last bit on every machine: elementary functions come from {@link StrictMath}, sums
 * have one order. Start from {@link dev.bartizan.risk.maths.Normal}.
 */
@NullMarked
package dev.bartizan.risk.maths;

import org.jspecify.annotations.NullMarked;

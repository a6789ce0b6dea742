/** How much loss an owner is willing to bear. Start from {@link dev.bartizan.risk.appetite.ToleranceCurve}. */
@NullMarked
package dev.bartizan.risk.appetite;

import org.jspecify.annotations.NullMarked;

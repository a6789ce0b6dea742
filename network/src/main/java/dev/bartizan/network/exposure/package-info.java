/**
 * Which pods that do not exist yet a rule would let in or out. Start from {@link dev.bartizan.network.exposure.Exposures}.
 */
@NullMarked
package dev.bartizan.network.exposure;

import org.jspecify.annotations.NullMarked;

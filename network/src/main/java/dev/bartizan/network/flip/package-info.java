/**
 * The smallest change of policies that turns an answer round. Start from {@link dev.bartizan.network.flip.Flip}.
 */
@NullMarked
package dev.bartizan.network.flip;

import org.jspecify.annotations.NullMarked;

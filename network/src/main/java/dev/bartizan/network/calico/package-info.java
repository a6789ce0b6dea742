/**
 * Policies of Calico. Start from {@link dev.bartizan.network.calico.CalicoReader}.
 */
@NullMarked
package dev.bartizan.network.calico;

import org.jspecify.annotations.NullMarked;

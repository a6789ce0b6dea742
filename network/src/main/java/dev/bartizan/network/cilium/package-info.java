/**
 * Policies of Cilium. Start from {@link dev.bartizan.network.cilium.CiliumReader}.
 */
@NullMarked
package dev.bartizan.network.cilium;

import org.jspecify.annotations.NullMarked;

/**
 * Who can reach whom: what the network policies of a platform allow, and why. Start from {@link dev.bartizan.network.Connectivity}.
 */
@NullMarked
package dev.bartizan.network;

import org.jspecify.annotations.NullMarked;

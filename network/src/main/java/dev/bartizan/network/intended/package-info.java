/**
 * Which traffic is meant to be, whatever policies say: what manifests declare, what components need, what was observed. Start from
 * {@link dev.bartizan.network.intended.IntendedTraffic}.
 */
@NullMarked
package dev.bartizan.network.intended;

import org.jspecify.annotations.NullMarked;

/**
 * Networks besides the cluster's own, which Multus attaches pods to. Start from {@link dev.bartizan.network.multus.MultusReader}.
 */
@NullMarked
package dev.bartizan.network.multus;

import org.jspecify.annotations.NullMarked;

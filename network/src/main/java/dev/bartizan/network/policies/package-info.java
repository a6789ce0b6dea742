/**
 * Reads policies as they are written into the one form. Start from {@link dev.bartizan.network.policies.ClusterReader}.
 */
@NullMarked
package dev.bartizan.network.policies;

import org.jspecify.annotations.NullMarked;

/**
 * What a cluster makes of manifests once they were applied: defaults, controllers' objects, injected containers, bookkeeping. Start from
 * {@link dev.bartizan.testkit.dump.LiveCluster}.
 */
@NullMarked
package dev.bartizan.testkit.dump;

import org.jspecify.annotations.NullMarked;

/**
 * Where traffic enters the cluster through a controller that manifests name no pods of. Start from {@link dev.bartizan.network.entries.Entries}.
 */
@NullMarked
package dev.bartizan.network.entries;

import org.jspecify.annotations.NullMarked;

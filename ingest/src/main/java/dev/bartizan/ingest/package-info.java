/**
 * Reads Kubernetes manifests and {@code bartizan.yaml} as they are written and builds the platform from them.
 * Start from {@link dev.bartizan.ingest.Ingest}.
 */
@NullMarked
package dev.bartizan.ingest;

import org.jspecify.annotations.NullMarked;

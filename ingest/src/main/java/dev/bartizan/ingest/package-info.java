/** Reads Kubernetes manifests and {@code bartizan.yaml} as they are written and builds the platform from them. */
@NullMarked
package dev.bartizan.ingest;

import org.jspecify.annotations.NullMarked;

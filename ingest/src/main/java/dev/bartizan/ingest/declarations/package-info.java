/**
 * Reads {@code bartizan.yaml}, which says what manifests cannot tell, and applies it to the draft of the platform.
 * Start from {@link dev.bartizan.ingest.declarations.DeclarationsReader}.
 */
@NullMarked
package dev.bartizan.ingest.declarations;

import org.jspecify.annotations.NullMarked;

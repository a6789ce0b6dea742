/**
 * Kubernetes objects as they are written: manifests and their places, the pods they hold, who they are and how one finds another. Start from
 * {@link dev.bartizan.ingest.objects.Identified}.
 */
@NullMarked
package dev.bartizan.ingest.objects;

import org.jspecify.annotations.NullMarked;

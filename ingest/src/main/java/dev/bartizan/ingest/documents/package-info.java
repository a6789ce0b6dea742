/**
 * Tells Kubernetes objects from everything else that YAML is used for. Start from {@link dev.bartizan.ingest.documents.DocumentSorting}.
 */
@NullMarked
package dev.bartizan.ingest.documents;

import org.jspecify.annotations.NullMarked;

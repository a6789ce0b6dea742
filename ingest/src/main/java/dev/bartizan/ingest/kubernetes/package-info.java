/**
 * Reads Kubernetes objects: identities, pods, rights, and how they refer to each other.
 * Start from {@link dev.bartizan.ingest.kubernetes.KubernetesReader}.
 */
@NullMarked
package dev.bartizan.ingest.kubernetes;

import org.jspecify.annotations.NullMarked;

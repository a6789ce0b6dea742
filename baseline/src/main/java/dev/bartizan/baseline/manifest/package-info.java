/**
 * Parts of manifests as the checks read them: labels and selectors, image references, the settings of a pod, and the names of what is not known.
 * Start from {@link dev.bartizan.baseline.manifest.PodLevel}.
 */
@NullMarked
package dev.bartizan.baseline.manifest;

import org.jspecify.annotations.NullMarked;

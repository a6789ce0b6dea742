/**
 * Reads what Istio enforces into the one form: a layer of its own, before the pods that have a proxy. Start from {@link dev.bartizan.network.mesh.Mesh}.
 */
@NullMarked
package dev.bartizan.network.mesh;

import org.jspecify.annotations.NullMarked;

/**
 * Where requests, volumes and deployments lead by the objects that say so: ingresses, gateways, meshes, brokers, webhooks, storage classes, delivery.
 * Start from {@link dev.bartizan.ingest.routing.Routing}.
 */
@NullMarked
package dev.bartizan.ingest.routing;

import org.jspecify.annotations.NullMarked;

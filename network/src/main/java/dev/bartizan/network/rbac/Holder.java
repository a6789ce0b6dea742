package dev.bartizan.network.rbac;

import dev.bartizan.source.Location;

/**
 * Who holds a power.
 *
 * @param principal {@code Group data-science}, {@code ServiceAccount ml-pipelines/argo-server}
 * @param right the verb and the resource that give it: {@code create pods}
 * @param evidence where the binding names the principal
 */
public record Holder(String principal, String right, Location evidence) {}

package dev.bartizan.network.multus;

import dev.bartizan.network.model.Cluster;

/**
 * A network besides the cluster's own.
 *
 * @param name of its definition, with the namespace: {@code training/fabric}
 * @param cluster the pods that are attached to it and the policies for it; no other policy says anything about it
 */
public record SecondaryNetwork(String name, Cluster cluster) {}

package dev.bartizan.network.engine;

/**
 * What the specifications leave to implementations.
 *
 * @param blocksMatchPods whether a block of addresses may match pods
 * @param hostNetworkIsNode whether a pod on the host network is seen as its node
 */
public record Assumptions(boolean blocksMatchPods, boolean hostNetworkIsNode) {}

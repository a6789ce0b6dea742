package dev.bartizan.network.engine;

/**
 * What the specifications leave to implementations.
 *
 * @param blocksMatchPods whether a block of addresses may match pods
 * @param hostNetworkIsNode whether a pod on the host network is seen as its node
 * @param namesBreakTies whether policies of one rank are asked by their names; if not, nobody knows which is asked first
 */
public record Assumptions(boolean blocksMatchPods, boolean hostNetworkIsNode, boolean namesBreakTies) {}

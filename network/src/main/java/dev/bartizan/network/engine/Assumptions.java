package dev.bartizan.network.engine;

/**
 * What the specifications leave to implementations.
 *
 * @param blocks whether a block of addresses matches pods
 * @param hostNetworkIsNode whether a pod on the host network is seen as its node
 * @param namesBreakTies whether policies of one rank are asked by their names; if not, nobody knows which is asked first
 */
public record Assumptions(Blocks blocks, boolean hostNetworkIsNode, boolean namesBreakTies) {

    /** Whether a block of addresses matches pods. */
    public enum Blocks {
        /** Pods have identities, and blocks are for everybody else. */
        NEVER,
        /** Those whose addresses lie in it, which no file tells; one of all addresses matches all. */
        BY_ADDRESS,
        /** One of the two. */
        NOT_KNOWN
    }

    /** @param blocksMatchPods whether a block matches the pods whose addresses lie in it, or none */
    public Assumptions(boolean blocksMatchPods, boolean hostNetworkIsNode, boolean namesBreakTies) {
        this(blocksMatchPods ? Blocks.BY_ADDRESS : Blocks.NEVER, hostNetworkIsNode, namesBreakTies);
    }
}

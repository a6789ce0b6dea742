package dev.bartizan.diagram;

/**
 * The bounds that keep a map readable and fast.
 *
 * @param maxNodes how many assets get a place at all, worst first
 * @param maxOpenNodes how many assets are drawn in the overview; a zone beyond that is a closed box with its counts
 * @param maxBundles how many bundles of links between zones are drawn, thickest first
 */
public record MapOptions(int maxNodes, int maxOpenNodes, int maxBundles) {
    public static final MapOptions DEFAULT = new MapOptions(2_000, 160, 400);

    public MapOptions {
        if (maxNodes < 1 || maxOpenNodes < 0 || maxBundles < 0) {
            throw new IllegalArgumentException("a map has at least one node and no negative bounds");
        }
    }
}

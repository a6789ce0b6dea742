package dev.bartizan.diagram;

/**
 * The bounds that keep a map readable and fast.
 *
 * @param maxZones how many zones get a box at all, worst first; a platform may have a namespace for every user
 * @param maxNodes how many assets get a place at all, worst first
 * @param maxOpenNodes how many assets are drawn in the overview; a zone beyond that is a closed box with its counts
 * @param maxBundles how many bundles of links between zones are drawn, thickest first
 */
public record MapOptions(int maxZones, int maxNodes, int maxOpenNodes, int maxBundles) {
    public static final MapOptions DEFAULT = new MapOptions(400, 2_000, 160, 400);

    public MapOptions {
        if (maxZones < 1 || maxNodes < 1 || maxOpenNodes < 0 || maxBundles < 0) {
            throw new IllegalArgumentException("a map has at least one zone and one node, and no negative bounds");
        }
    }

    /** Zones only, as closed boxes with their counts: what can be read from afar. */
    public MapOptions forPaper() {
        return new MapOptions(maxZones, maxNodes, 0, maxBundles);
    }

    public MapOptions withMaxNodes(int other) {
        return new MapOptions(maxZones, other, maxOpenNodes, maxBundles);
    }
}

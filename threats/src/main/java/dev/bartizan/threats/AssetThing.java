package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.rules.Thing;

/** An asset as conditions see it. */
record AssetThing(World world, int index) implements Thing {
    Asset asset() {
        return world.platform().asset(index);
    }

    @Override
    public String name() {
        return asset().name();
    }

    @Override
    public Value property(String property) {
        return world.properties().value(this, property);
    }

    /** Two are the same when they stand for the same asset; which thread looks at it does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AssetThing thing && thing.index == index;
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(index);
    }
}

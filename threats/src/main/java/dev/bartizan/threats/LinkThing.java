package dev.bartizan.threats;

import dev.bartizan.graph.Link;
import dev.bartizan.rules.Thing;

/** A link as conditions see it. */
record LinkThing(World world, Link link) implements Thing {
    AssetThing from() {
        return world.thing(link.from());
    }

    AssetThing to() {
        return world.thing(link.to());
    }

    @Override
    public String name() {
        return from().name() + " " + link.kind() + " " + to().name();
    }

    @Override
    public Value property(String property) {
        return switch (property) {
            case "from" -> new One(from());
            case "to" -> new One(to());
            case "kind" -> Value.of(link.kind());
            default -> throw new IllegalArgumentException("a link has no " + property);
        };
    }
}

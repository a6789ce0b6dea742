package dev.bartizan.exchange.dialect;

import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.tree.Json;
import java.util.Map;

/**
 * A model in a format of others.
 *
 * @param ids what parts are called there, where the format does not take their own ids
 */
public record Written(Json tree, Map<Ref, String> ids) {
    public Written {
        ids = Map.copyOf(ids);
    }

    public static Written of(Json tree) {
        return new Written(tree, Map.of());
    }
}

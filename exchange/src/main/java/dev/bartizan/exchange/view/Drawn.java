package dev.bartizan.exchange.view;

import dev.bartizan.exchange.tree.Json;
import java.util.List;

/** A view, and what it does not show. */
public record Drawn(Json tree, List<LeftOut> leftOut) {
    public Drawn {
        leftOut = List.copyOf(leftOut);
    }
}

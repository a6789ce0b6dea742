package dev.bartizan.network.reading;

import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.HashMap;
import java.util.Map;

/** Labels as they are written. */
public final class Labels {
    private Labels() {}

    public static Map<String, String> of(Node labels) {
        var read = new HashMap<String, String>();
        if (labels instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                read.put(mapping.key(i), mapping.value(i).text(""));
            }
        }
        return read;
    }
}

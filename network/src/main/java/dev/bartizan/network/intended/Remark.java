package dev.bartizan.network.intended;

import java.util.List;

/**
 * What a reader should know of intended traffic, besides what it is.
 *
 * @param title of the lines: {@code cut, because an intent forbids it}
 */
public record Remark(String title, List<String> lines) {
    public Remark {
        lines = List.copyOf(lines);
    }
}

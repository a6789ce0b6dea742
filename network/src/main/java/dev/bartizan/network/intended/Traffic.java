package dev.bartizan.network.intended;

import dev.bartizan.network.model.PortSet;
import dev.bartizan.source.Location;
import java.util.Optional;

/**
 * Connections that are meant to be.
 *
 * @param from who opens them
 * @param ports of the receiving pod, after a Service has translated them
 * @param importance what it means when they stop
 */
public record Traffic(End from, End to, PortSet ports, Reason reason, Importance importance) {

    /**
     * Why they are.
     *
     * @param text one sentence or less
     * @param place that says so
     */
    public record Reason(String text, Optional<Location> place) {}
}

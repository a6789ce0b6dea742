package dev.bartizan.network.entries;

import dev.bartizan.source.Location;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An object that lets a controller pass traffic from outside on to pods.
 *
 * @param kind of the object
 * @param object its name, with its namespace
 * @param service that it leads through
 * @param pod number of the pod in the cluster
 * @param ports of TCP that the pod receives it at, after the Service has translated them
 * @param location where the object names the Service
 */
public record Entry(String kind, String object, String service, int pod, SortedSet<Integer> ports, Location location) {
    public Entry {
        ports = new TreeSet<>(ports);
    }

    /** {@code Ingress shop/web}. */
    public String name() {
        return kind + " " + object;
    }
}

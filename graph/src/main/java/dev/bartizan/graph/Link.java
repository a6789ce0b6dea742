package dev.bartizan.graph;

import dev.bartizan.source.Location;

/**
 * An edge of the system graph, between dense asset indexes.
 *
 * @param kind a link kind of the vocabulary: runs-as, mounts, exposes, routes, may-do, pulls ...
 * @param evidence the value that says so
 */
public record Link(int from, int to, String kind, Location evidence) {}

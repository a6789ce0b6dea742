package dev.bartizan.graph;

import dev.bartizan.source.Location;

/**
 * What an answer rests on.
 *
 * @param statement what was seen, in words, secrets masked: {@code securityContext.privileged is true}
 * @param location where
 */
public record Evidence(String statement, Location location) {}

package dev.bartizan.network.observed;

import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Location;

/**
 * A connection that was observed.
 *
 * @param from who opened it: {@code shop/web}, {@code shop/web[Deployment]}, an address or a host
 * @param to who received it
 * @param port of the receiver
 * @param count how often
 * @param place of the first of them
 */
public record Flow(String from, String to, Protocol protocol, int port, long count, Location place) {}

package dev.bartizan.exchange.view;

import dev.bartizan.source.Location;

/**
 * Something that is known and that a view does not show.
 *
 * @param of what sort of thing it is: {@code assets}
 * @param what the thing itself
 * @param location where it was read, or the first of its evidence
 * @param why in words
 */
public record LeftOut(String of, String what, Location location, String why) {}

package dev.bartizan.rules;

import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.Optional;

/**
 * One value that decided a condition.
 *
 * @param statement what was seen, in words, secrets masked
 * @param location of the value, or where a missing one belongs
 * @param value what was seen there, perhaps an absent node; empty when it is about a thing as a whole
 * @param member the member of a relation in which it was seen, in words; empty when it was seen in the thing itself
 */
public record Observation(String statement, Location location, Optional<Node> value, String member) {}
